package io.sextant.profile.effect;

import io.sextant.attention.edit.EditRunner;
import io.sextant.attention.edit.EditedPair;
import io.sextant.attention.edit.HeadContexts;
import io.sextant.attention.edit.OutcomeSink;
import io.sextant.bert.BertModel;
import io.sextant.bert.Window;
import io.sextant.linguistics.FunctionWords;
import io.sextant.pattern.AnnotatedPair;
import io.sextant.profile.pair.Calibration;
import io.sextant.text.EncodedPair;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures the effects of an {@link EffectPlan} on pairs. Each task has its own instance, because
 * it is not thread-safe.
 */
public final class EffectProfiler {
  private final EditRunner runner;
  private final AnsweringHead answers;
  private final EffectPlan plan;
  private final Calibration calibration;
  private final HeadContexts replacement;
  private final FunctionWords functionWords;
  private final List<Window> windows;

  /**
   * Creates an instance for one task.
   *
   * @param answers the head that the runner asks
   * @param calibration of tokens
   * @param replacement what replaces the contexts of ablated heads
   */
  public EffectProfiler(
      BertModel model,
      AnsweringHead answers,
      EditRunner runner,
      EffectPlan plan,
      Calibration calibration,
      HeadContexts replacement,
      FunctionWords functionWords) {
    this.runner = runner;
    this.answers = answers;
    this.plan = plan;
    this.calibration = calibration;
    this.replacement = replacement;
    this.functionWords = functionWords;
    this.windows = model.config().design().windows();
  }

  /** Returns the effects on each pair. */
  public List<PairEffects> of(List<AnnotatedPair> pairs) {
    List<PairEdits> edits =
        pairs.stream()
            .map(pair -> new PairEdits(plan, pair, calibration, windows, replacement))
            .toList();
    int outcomes = answers.outcomes().size();
    double[][] intact = new double[pairs.size()][];
    List<double[][]> edited = new ArrayList<>();
    List<EditedPair> batch = new ArrayList<>();
    for (int i = 0; i < pairs.size(); i++) {
      batch.add(ask(pairs.get(i).encoded(), edits.get(i)));
      edited.add(new double[outcomes][edits.get(i).edits().size()]);
    }
    runner.run(
        batch,
        new OutcomeSink() {
          @Override
          public void acceptIntact(int pair, double[] of) {
            intact[pair] = of.clone();
          }

          @Override
          public void accept(int pair, int edit, double[] of) {
            for (int outcome = 0; outcome < outcomes; outcome++) {
              edited.get(pair)[outcome][edit] = of[outcome] - intact[pair][outcome];
            }
          }
        });
    List<PairEffects> effects = new ArrayList<>();
    for (int i = 0; i < pairs.size(); i++) {
      double[][] bySlot = new double[outcomes][];
      for (int outcome = 0; outcome < outcomes; outcome++) {
        bySlot[outcome] = edits.get(i).bySlot(edited.get(i)[outcome]);
      }
      effects.add(
          new PairEffects(
              pairs.get(i).encoded().pair().group(), answers.meaningful(intact[i]), bySlot));
    }
    return effects;
  }

  private EditedPair ask(EncodedPair pair, PairEdits edits) {
    return answers.isMasked()
        ? EditedPair.masked(
            pair, MaskedWords.positions(pair, functionWords), answers.mask(), edits.edits())
        : EditedPair.whole(pair, edits.edits());
  }
}
