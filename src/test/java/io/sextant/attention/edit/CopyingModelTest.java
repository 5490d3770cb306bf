package io.sextant.attention.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sextant.attention.AttentionModel;
import io.sextant.attention.Backend;
import io.sextant.attention.Precision;
import io.sextant.attention.RandomBert;
import io.sextant.bert.BertModel;
import io.sextant.math.Interval;
import io.sextant.math.Softmax;
import io.sextant.profile.effect.EffectPlan;
import io.sextant.profile.effect.EffectPlan.HeadLabel;
import io.sextant.profile.effect.EffectPlan.Label;
import io.sextant.profile.effect.EffectSample;
import io.sextant.profile.effect.EffectTables;
import io.sextant.profile.effect.PairEffects;
import io.sextant.table.HeadGrid;
import io.sextant.table.row.PatternEffect;
import io.sextant.text.EncodedPair;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What edits of the {@link CopyingModel} cost is known. The word of position 1 is copied to 3. */
class CopyingModelTest {
  private static final double FLOAT32 = 1e-5;
  private static final int MASKED = 3;
  private static final HeadContexts ZERO = HeadContexts.zero(1, 16);
  private static final double[] NOTHING = {0, 0};
  private static final double[] WORD = CopyingModel.copied(CopyingModel.WORD, 1);

  private final BertModel model = CopyingModel.create();

  @Test
  void ablatingTheHeadThatCopiesCostsWhatTheAlgebraSays() {
    RecordedOutcomes outcomes = run(neutral(6), new Ablation(0, 0, ZERO));
    assertThat(outcomes.intact(0)[0]).isCloseTo(loss(WORD), within(FLOAT32));
    assertThat(outcomes.of(0, 0)[0]).isCloseTo(loss(NOTHING), within(FLOAT32));
    assertThat(outcomes.of(0, 0)[1]).isCloseTo(divergence(NOTHING), within(FLOAT32));
    assertThat(outcomes.effect(0, 0)[0]).isGreaterThan(1);
  }

  @Test
  void ablatingTheOtherHeadCostsNothing() {
    RecordedOutcomes outcomes =
        run(neutral(6), new Ablation(0, 1, ZERO), new Ablation(0, 1, mean(neutral(6))));
    assertThat(outcomes.effect(0, 0)).containsExactly(0, 0);
    assertThat(outcomes.effect(0, 1)).containsExactly(0, 0);
  }

  /** Queries 0 and 1, and 2, 4 and 5 copy nothing, but 0 and 1 attend to all tokens evenly. */
  @Test
  void theMeanOfTheHeadIsWhatItCopiesOnAverage() {
    EncodedPair pair = neutral(6);
    float[] means = mean(pair).byLayer()[0];
    double[] other = CopyingModel.copied(CopyingModel.WORD, MASKED);
    double evenly = (WORD[0] + other[0]) / 6;
    assertThat((double) means[0]).isCloseTo((WORD[0] + other[0] + 2 * evenly) / 6, within(1e-6));
    assertThat(means[1]).isZero();
  }

  @Test
  void knockingOutTheCopiedKeyExplainsAllThatTheHeadDoes() {
    RecordedOutcomes outcomes =
        run(
            neutral(6),
            new Ablation(0, 0, ZERO),
            removing(6, 1),
            removing(6, 2),
            removing(6, 0, 4));
    assertThat(outcomes.of(0, 1)).isEqualTo(outcomes.of(0, 0));
    assertThat(outcomes.effect(0, 2)).containsExactly(0, 0);
    assertThat(outcomes.effect(0, 3)).containsExactly(0, 0);
  }

  /** The rest of the row is 0, so the other five tokens get a fifth each. */
  @Test
  void whatIsLeftOfARowWithoutWeightIsSpreadEvenly() {
    RecordedOutcomes outcomes =
        run(neutral(6).with(CopyingModel.OTHER, 5), removing(6, 1), removing(6, 1, 2, 4));
    double whole = CopyingModel.copied(CopyingModel.OTHER, 5)[1];
    assertThat(outcomes.of(0, 0)[0]).isCloseTo(loss(new double[] {0, whole / 5}), within(FLOAT32));
    assertThat(outcomes.of(0, 1)[0]).isCloseTo(loss(new double[] {0, whole / 3}), within(FLOAT32));
  }

  /** The first label's targets are what the head copies; those of the second are any keys. */
  @Test
  void inTheTablesItsPatternExplainsAllAndALabelByChanceNothing() {
    Label copies = new Label("related", "all");
    Label chance = new Label("previous", "all");
    EffectPlan plan =
        new EffectPlan(
            new HeadGrid(1, 2),
            List.of(new HeadLabel(copies, 0, true), new HeadLabel(chance, 0, true)),
            List.of());
    List<PairEffects> pairs = new ArrayList<>();
    for (int n = 5; n <= 8; n++) {
      RecordedOutcomes of =
          run(
              neutral(n),
              new Ablation(0, 0, ZERO),
              new Ablation(0, 1, ZERO),
              removing(n, 1),
              removing(n, 2),
              removing(n, 4));
      // The slots are the heads, then all targets, those with controls, and the controls.
      int[] editOf = {0, 1, 2, 2, 3, 3, 3, 4};
      double[] loss = IntStream.of(editOf).mapToDouble(edit -> of.effect(0, edit)[0]).toArray();
      pairs.add(new PairEffects(null, new double[] {of.intact(0)[0]}, new double[][] {loss}));
    }
    EffectTables tables =
        EffectTables.of("run", new EffectSample(plan, List.of("masked_lm_loss"), pairs));
    assertThat(tables.heads().get(0).effect().low()).isGreaterThan(1);
    assertThat(tables.heads().get(1).effect()).isEqualTo(new Interval(0, 0, 0));
    PatternEffect copied = tables.patterns().get(0);
    PatternEffect any = tables.patterns().get(1);
    assertThat(copied.explained()).isEqualTo(new Interval(1, 1, 1));
    assertThat(copied.difference()).isEqualTo(tables.heads().get(0).effect());
    assertThat(any.explained()).isEqualTo(new Interval(0, 0, 0));
    assertThat(any.difference()).isEqualTo(new Interval(0, 0, 0));
    assertThat(any.qValue()).isEqualTo(1);
  }

  private RecordedOutcomes run(EncodedPair pair, HeadEdit... edits) {
    List<EditedPair> batch =
        List.of(EditedPair.masked(pair, new int[] {MASKED}, CopyingModel.MASK, List.of(edits)));
    RecordedOutcomes outcomes = new RecordedOutcomes(batch);
    try (AttentionModel opened = Backend.of("onednn").open(model, Precision.F32);
        EditRunner runner = new EditRunner(model, opened, OutputHead.maskedLm())) {
      runner.run(batch, outcomes);
    }
    return outcomes;
  }

  private HeadContexts mean(EncodedPair pair) {
    ContextSums sums = new ContextSums(1, 16);
    try (AttentionModel opened = Backend.of("onednn").open(model, Precision.F32);
        EditRunner runner = new EditRunner(model, opened, OutputHead.maskedLm())) {
      runner.addContexts(List.of(pair), sums);
    }
    return sums.mean();
  }

  /** Returns n tokens of which only those of positions 1 and 3 are not neutral: the same word. */
  private static EncodedPair neutral(int n) {
    EncodedPair pair = RandomBert.pair(n, n - 1, 1);
    for (int position = 0; position < n; position++) {
      pair = pair.with(CopyingModel.NEUTRAL, position);
    }
    return pair.with(CopyingModel.WORD, 1, MASKED);
  }

  private static Knockout removing(int n, int... keys) {
    int[][] removed = new int[n][0];
    removed[MASKED] = keys;
    return new Knockout(new Head(0, 0), removed);
  }

  private static double loss(double[] copied) {
    return -new Softmax(CopyingModel.scores(MASKED, copied)).log(CopyingModel.WORD);
  }

  private static double divergence(double[] copied) {
    return new Softmax(CopyingModel.scores(MASKED, WORD))
        .divergence(new Softmax(CopyingModel.scores(MASKED, copied)));
  }
}
