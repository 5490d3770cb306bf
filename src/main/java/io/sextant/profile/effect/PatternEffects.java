package io.sextant.profile.effect;

import io.sextant.math.FalseDiscovery;
import io.sextant.math.Interval;
import io.sextant.math.Ratio;
import io.sextant.profile.effect.EffectPlan.HeadLabel;
import io.sextant.table.HeadGrid;
import io.sextant.table.Table;
import io.sextant.table.row.HeadKey;
import io.sextant.table.row.PatternEffect;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Computes the rows of {@code pattern_effects}: the mean effect of the knock-out of a part's
 * targets in a head, that of their controls, the difference, and how much of the head's effect goes
 * through the part.
 */
final class PatternEffects {
  private static final Comparator<PatternEffect> ORDER =
      Comparator.comparing((PatternEffect row) -> row.key().layer())
          .thenComparing(row -> row.key().head());

  private final EffectSample sample;
  private final EffectMean means;

  PatternEffects(EffectSample sample) {
    this.sample = sample;
    this.means = sample.means();
  }

  /** Returns a row for each test and outcome, ordered by layer, head, pattern, part and outcome. */
  List<PatternEffect> rows(String runId) {
    List<List<PatternEffect>> byOutcome =
        IntStream.range(0, sample.outcomes().size())
            .mapToObj(outcome -> rows(runId, outcome))
            .toList();
    List<PatternEffect> rows = new ArrayList<>();
    for (int test = 0; test < sample.plan().tests().size(); test++) {
      for (List<PatternEffect> of : byOutcome) {
        rows.add(of.get(test));
      }
    }
    rows.sort(ORDER);
    return rows;
  }

  private List<PatternEffect> rows(String runId, int outcome) {
    int tests = sample.plan().tests().size();
    Ratio[] differences = new Ratio[tests];
    for (int test = 0; test < tests; test++) {
      ToDoubleFunction<PairEffects> matched = effect(outcome, test, EffectPlan.MATCHED);
      ToDoubleFunction<PairEffects> control = effect(outcome, test, EffectPlan.CONTROLS);
      differences[test] =
          means.of(pair -> matched.applyAsDouble(pair) - control.applyAsDouble(pair));
    }
    double[] pValues = new double[tests];
    for (int test = 0; test < tests; test++) {
      pValues[test] = differences[test].pEqual(0);
    }
    double[] qValues = FalseDiscovery.qValues(pValues);
    return IntStream.range(0, tests)
        .mapToObj(test -> row(runId, outcome, test, differences[test].interval(), qValues[test]))
        .toList();
  }

  private PatternEffect row(
      String runId, int outcome, int index, Interval difference, double qValue) {
    HeadLabel test = sample.plan().tests().get(index);
    HeadGrid grid = sample.plan().grid();
    ToDoubleFunction<PairEffects> all = effect(outcome, index, EffectPlan.ALL);
    ToDoubleFunction<PairEffects> matched = effect(outcome, index, EffectPlan.MATCHED);
    ToDoubleFunction<PairEffects> control = effect(outcome, index, EffectPlan.CONTROLS);
    Ratio knockout = means.of(all);
    return Table.PATTERN_EFFECTS
        .row()
        .set(new HeadKey(runId, grid.layer(test.head()), grid.head(test.head())))
        .set("pattern", test.label().pattern())
        .set("part", test.label().part())
        .set("outcome", sample.outcomes().get(outcome))
        .set("exhibits", test.exhibits())
        .set("n_clusters", knockout.units())
        .set("n_pairs", means.pairs(all))
        .set("knockout_effect", knockout.interval())
        .set("n_controlled", means.pairs(control))
        .set("matched_effect", means.of(matched).value())
        .set("control_effect", means.of(control).interval())
        .set("difference", difference)
        .set("q_value", qValue)
        .set("explained", explained(all, EffectSample.effect(outcome, test.head())))
        .build();
  }

  /**
   * Returns the ratio of the two effects over the pairs in which the pattern can be knocked out. It
   * is not defined unless the effect of the ablation can be told from 0.
   */
  private Interval explained(
      ToDoubleFunction<PairEffects> knockout, ToDoubleFunction<PairEffects> ablation) {
    Interval whole =
        means
            .of(
                pair ->
                    Double.isNaN(knockout.applyAsDouble(pair))
                        ? Double.NaN
                        : ablation.applyAsDouble(pair))
            .interval();
    boolean known = whole.low() > 0 || whole.high() < 0;
    return known ? means.ratio(knockout, ablation).interval() : Interval.NONE;
  }

  private ToDoubleFunction<PairEffects> effect(int outcome, int test, int which) {
    return EffectSample.effect(outcome, sample.plan().test(test) + which);
  }
}
