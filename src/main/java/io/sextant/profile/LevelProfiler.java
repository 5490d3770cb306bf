package io.sextant.profile;

import io.sextant.attention.AttentionMap;
import io.sextant.pattern.AnnotatedPair;
import io.sextant.text.EncodedPair;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Scores the pairs of a batch at one level and folds them into the level's statistics. */
final class LevelProfiler {
  private final Level level;
  private final Layout layout;
  private final Calibration calibration;
  private final HeadScorer scorer;
  private final UnitFold fold;
  private final WordAttention words = new WordAttention();
  private final NormedRows normed = new NormedRows();

  /** By index in the batch; the sums are reused from batch to batch. */
  private final List<WordView> views = new ArrayList<>();

  private final List<PairTargets> targets = new ArrayList<>();
  private final List<PairSums> sums = new ArrayList<>();

  LevelProfiler(Level level, HeadStats stats, Calibration calibration) {
    this.level = level;
    this.layout = stats.layout();
    this.calibration = calibration;
    this.scorer = new HeadScorer(layout, calibration);
    this.fold = new UnitFold(stats);
  }

  /** Takes the pairs of a batch before their maps are made. */
  void start(List<AnnotatedPair> batch) {
    views.clear();
    targets.clear();
    for (int i = 0; i < batch.size(); i++) {
      AnnotatedPair pair = batch.get(i);
      if (level == Level.WORD) {
        views.add(WordView.of(pair.encoded()));
        pair = new AnnotatedPair(views.get(i).pair(), pair.relations());
      }
      targets.add(new PairTargets(pair, layout, calibration));
      if (i == sums.size()) {
        sums.add(new PairSums(layout));
      }
      sums.get(i).start(targets.get(i));
      scorer.start(targets.get(i), sums.get(i));
    }
  }

  /** Takes a pair's map, whose positions are tokens. */
  void score(int pair, int layer, AttentionMap tokens) {
    AttentionMap map = tokens;
    if (level == Level.WORD) {
      map = words.of(tokens, views.get(pair));
      normed.open(tokens, views.get(pair));
    } else {
      normed.open(tokens);
    }
    scorer.score(targets.get(pair), layer, map, normed, sums.get(pair));
  }

  /** The sums of a pair of the batch, when all its maps have been scored. */
  PairSums sums(int pair) {
    return sums.get(pair);
  }

  /**
   * Folds a pair of the batch into the statistics.
   *
   * @param tokens the pair; its length in tokens decides its stratum at every level
   */
  void fold(int pair, EncodedPair tokens) {
    int[] strata = Strata.of(tokens);
    if (level == Level.TOKEN) {
      strata = Arrays.copyOf(strata, strata.length + 1);
      strata[strata.length - 1] = Strata.half(tokens.pair());
    }
    fold.add(sums.get(pair), strata, tokens.pair().group());
  }

  /** Closes the last group. */
  void finish() {
    fold.finish();
  }
}
