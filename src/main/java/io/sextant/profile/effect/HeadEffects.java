package io.sextant.profile.effect;

import io.sextant.math.FalseDiscovery;
import io.sextant.math.Ratio;
import io.sextant.table.HeadGrid;
import io.sextant.table.Table;
import io.sextant.table.row.HeadEffect;
import io.sextant.table.row.HeadKey;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Computes the rows of {@code head_effects}: the mean effect of the ablation of each head, its
 * interval and q-value, the mean effect of the other heads of its layer, and its rank.
 */
final class HeadEffects {
  private final EffectSample sample;
  private final HeadGrid grid;

  HeadEffects(EffectSample sample) {
    this.sample = sample;
    this.grid = sample.plan().grid();
  }

  /** Returns a row for each outcome and head, ordered by layer, head and outcome. */
  List<HeadEffect> rows(String runId) {
    List<List<HeadEffect>> byOutcome =
        IntStream.range(0, sample.outcomes().size())
            .mapToObj(outcome -> rows(runId, outcome))
            .toList();
    return IntStream.range(0, grid.heads())
        .boxed()
        .flatMap(head -> byOutcome.stream().map(rows -> rows.get(head)))
        .toList();
  }

  private List<HeadEffect> rows(String runId, int outcome) {
    Ratio[] effects =
        IntStream.range(0, grid.heads())
            .mapToObj(head -> sample.mean(outcome, head))
            .toArray(Ratio[]::new);
    double[] values = Stream.of(effects).mapToDouble(Ratio::value).toArray();
    double[] qValues =
        FalseDiscovery.qValues(
            Stream.of(effects).mapToDouble(effect -> effect.pEqual(0)).toArray());
    double intact = sample.intact(outcome);
    return IntStream.range(0, grid.heads())
        .mapToObj(
            head ->
                Table.HEAD_EFFECTS
                    .row()
                    .set(new HeadKey(runId, grid.layer(head), grid.head(head)))
                    .set("outcome", sample.outcomes().get(outcome))
                    .set("n_clusters", effects[head].units())
                    .set("n_pairs", sample.pairs())
                    .set("intact", intact)
                    .set("effect", effects[head].interval())
                    .set("q_value", qValues[head])
                    .set("layer_mean", othersOfLayer(values, head))
                    .set("rank", rank(values, head))
                    .build())
        .toList();
  }

  private double othersOfLayer(double[] values, int head) {
    return IntStream.range(0, values.length)
        .filter(other -> other != head && grid.layer(other) == grid.layer(head))
        .mapToDouble(other -> values[other])
        .average()
        .orElse(Double.NaN);
  }

  private static int rank(double[] values, int head) {
    return 1 + (int) DoubleStream.of(values).filter(other -> other > values[head]).count();
  }
}
