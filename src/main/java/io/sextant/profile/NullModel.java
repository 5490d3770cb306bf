package io.sextant.profile;

import io.sextant.attention.AttentionMap;
import io.sextant.pattern.Family;
import java.util.List;

/**
 * What chance would give for the same queries. A new null is a new class, a line in {@link #all},
 * and its name in {@link Layout#NULLS}.
 */
interface NullModel {

  /** The nulls, in the order of {@link Layout#NULLS}, which has their names in tables. */
  static List<NullModel> all(Calibration calibration) {
    return List.of(
        new UniformNull(),
        new OffsetNull(calibration),
        new MatchedNull(pair -> pair.controls),
        new MatchedNull(pair -> pair.sameIndex));
  }

  /** Whether patterns of the family are held against it. */
  boolean appliesTo(Family family);

  /** Units without such a query of the part say nothing under this null. */
  int trials(PairTargets pair, int part);

  /** Looks at one head of one pair before its parts are scored. */
  default void open(PairTargets pair, HeadRows rows, int head) {}

  /**
   * Scores a part of that head.
   *
   * @param mass attention of the part's queries to their targets
   * @param score takes the result
   */
  void score(PairTargets pair, int part, AttentionMap map, HeadRows rows, double mass, Score score);

  /** What a null makes of one part, head and pair. */
  final class Score {
    /** Attention that is held against the null; its sum over what is expected is the lift. */
    double observed;

    /** What the null expects of it. */
    double expected;

    /** Comparisons won, ties half; for nulls that compare weight by weight. */
    double wins;
  }
}
