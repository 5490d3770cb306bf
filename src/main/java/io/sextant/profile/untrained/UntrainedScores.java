package io.sextant.profile.untrained;

import io.sextant.table.Table;
import io.sextant.table.row.HeadPattern;
import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/**
 * The scores of the heads of untrained models, by pattern, part, unit and layer. Executors send
 * those of a model to the driver, where they are merged.
 */
public final class UntrainedScores implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The stratum of all pairs, the only one that the sample suffices for. */
  private static final String ALL = "all";

  private record Key(String pattern, String part, String unit, int layer) implements Serializable {
    static Key of(HeadPattern row) {
      return new Key(row.pattern(), row.part(), row.unit(), row.layer());
    }
  }

  private final Map<Key, double[]> scores = new HashMap<>();

  /** Returns the scores of no models. */
  public static UntrainedScores none() {
    return new UntrainedScores();
  }

  /**
   * Takes the scores of a model.
   *
   * @param rows the rows of {@code head_patterns} of an untrained model
   */
  public static UntrainedScores of(List<HeadPattern> rows) {
    UntrainedScores taken = new UntrainedScores();
    for (HeadPattern row : rows) {
      if (row.stratum().equals(ALL) && !Double.isNaN(row.score().value())) {
        taken.add(Key.of(row), row.score().value());
      }
    }
    return taken;
  }

  private void add(Key key, double... more) {
    scores.merge(
        key,
        more,
        (before, after) ->
            DoubleStream.concat(Arrays.stream(before), Arrays.stream(after)).toArray());
  }

  /** Adds the scores of other models. */
  public void merge(UntrainedScores other) {
    other.scores.forEach(this::add);
  }

  /** Returns a row of the trained model with the columns that compare it with these scores. */
  public HeadPattern beside(HeadPattern row) {
    double[] untrained = row.stratum().equals(ALL) ? scores.get(Key.of(row)) : null;
    if (untrained == null) {
      return row;
    }
    double mean = Arrays.stream(untrained).average().orElseThrow();
    double score = row.score().value();
    return Table.HEAD_PATTERNS
        .row()
        .set(row)
        .set("share_untrained", mean)
        .set("share_untrained_greatest", Arrays.stream(untrained).max().orElseThrow())
        .set("excess", score - mean)
        .set("untrained_rank", Double.isNaN(score) ? null : reaching(untrained, score))
        .build();
  }

  private static long reaching(double[] untrained, double score) {
    return Arrays.stream(untrained).filter(other -> other >= score).count();
  }
}
