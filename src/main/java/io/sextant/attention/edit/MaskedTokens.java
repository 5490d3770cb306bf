package io.sextant.attention.edit;

import io.sextant.attention.MaskedLm;
import io.sextant.math.Softmax;
import java.util.List;

/** Predicts masked tokens. */
final class MaskedTokens extends OutputHead {
  private final MaskedLm head;

  MaskedTokens(MaskedLm head) {
    this.head = head;
  }

  @Override
  public List<Outcome> outcomes() {
    return List.of(Outcome.LOSS, Outcome.KL);
  }

  @Override
  EditedPair reading(EditedPair pair) {
    return pair;
  }

  @Override
  float[] pool(float[] states, int[] sizes) {
    return states;
  }

  @Override
  double[][] scores(float[] states, int from, int to) {
    return head.scores(states, from, to);
  }

  @Override
  Reference reference(double[] intact) {
    Softmax before = new Softmax(intact);
    return (scores, answer) -> {
      Softmax after = new Softmax(scores);
      return new double[] {-after.log(answer), before.divergence(after)};
    };
  }
}
