package io.sextant.attention.edit;

import io.sextant.attention.AttentionModel;
import io.sextant.attention.MaskedLmRunner;
import io.sextant.math.Softmax;
import java.util.List;

/** Predicts masked tokens. */
final class MaskedTokens extends OutputHead {

  private record Scores(MaskedLmRunner head) implements AnswerScores {

    @Override
    public float[] pool(float[] states, int[] sizes) {
      return states;
    }

    @Override
    public double[][] of(float[] pooled, int from, int to) {
      return head.scores(pooled, from, to);
    }

    @Override
    public void close() {
      head.close();
    }
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
  AnswerScores open(AttentionModel encoder) {
    return new Scores(encoder.newMaskedLmRunner());
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
