package io.sextant.profile.effect;

import io.sextant.math.Ratio;
import io.sextant.profile.effect.EffectPlan.Group;
import io.sextant.table.Table;
import io.sextant.table.row.LabelEffect;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Computes the rows of {@code label_effects}: the mean effect of the ablation of all heads with a
 * label, beside those of random sets with as many heads in each layer.
 */
final class LabelEffects {
  private final EffectSample sample;

  LabelEffects(EffectSample sample) {
    this.sample = sample;
  }

  /** Returns a row for each group and outcome, in the order of the plan. */
  List<LabelEffect> rows(String runId) {
    List<LabelEffect> rows = new ArrayList<>();
    for (int group = 0; group < sample.plan().groups().size(); group++) {
      for (int outcome = 0; outcome < sample.outcomes().size(); outcome++) {
        rows.add(row(runId, group, outcome));
      }
    }
    return rows;
  }

  private LabelEffect row(String runId, int index, int outcome) {
    Group group = sample.plan().groups().get(index);
    int own = sample.plan().group(index);
    Ratio effect = sample.mean(outcome, own);
    double[] random =
        IntStream.rangeClosed(1, group.sets().size())
            .mapToDouble(set -> sample.mean(outcome, own + set).value())
            .toArray();
    double mean = DoubleStream.of(random).average().orElseThrow();
    return Table.LABEL_EFFECTS
        .row()
        .set("run_id", runId)
        .set("pattern", group.label().pattern())
        .set("part", group.label().part())
        .set("outcome", sample.outcomes().get(outcome))
        .set("n_heads", group.heads().length)
        .set("n_clusters", effect.units())
        .set("n_pairs", sample.pairs())
        .set("effect", effect.interval())
        .set("random_sets", random.length)
        .set("random_mean", mean)
        .set("random_sd", deviation(random, mean))
        .set("rank", rank(random, effect.value()))
        .set("difference", difference(outcome, own, random.length).interval())
        .build();
  }

  /** Returns the mean over pairs of the group's effect minus the mean of its random sets. */
  private Ratio difference(int outcome, int own, int sets) {
    return sample
        .means()
        .of(
            pair -> {
              double[] effects = pair.effects()[outcome];
              double random = Arrays.stream(effects, own + 1, own + 1 + sets).sum() / sets;
              return effects[own] - random;
            });
  }

  private static double deviation(double[] values, double mean) {
    double squares = DoubleStream.of(values).map(value -> (value - mean) * (value - mean)).sum();
    return Math.sqrt(squares / (values.length - 1));
  }

  /** Returns the rank, for which a set with the same effect counts as greater. */
  private static int rank(double[] random, double effect) {
    return 1 + (int) DoubleStream.of(random).filter(other -> other >= effect).count();
  }
}
