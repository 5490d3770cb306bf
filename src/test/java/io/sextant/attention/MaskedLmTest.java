package io.sextant.attention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sextant.bert.BertModel;
import io.sextant.text.EncodedPair;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MaskedLmTest {
  private static final BertModel BERT = RandomBert.of(2, 3, 15, 40, 8);

  // The pair has more positions than are scored together, and the width is not a multiple of 4.
  private static final EncodedPair PAIR = RandomBert.pair(150, 70, 5);

  @Test
  void agreesWithFloat64() {
    double[][] expected = new Float64Bert(BERT).logProbabilities(PAIR);
    double[] logs = new MaskedLm(BERT).logProbabilities(states(), PAIR.ids());
    for (int t = 0; t < logs.length; t++) {
      assertThat(logs[t]).isCloseTo(expected[t][PAIR.ids()[t]], within(1e-4));
    }
    assertThat(Arrays.stream(logs).distinct().count()).isGreaterThan(100);
  }

  @Test
  void theProbabilitiesOfAllTokensSumToOne() {
    int hidden = BERT.config().hidden();
    MaskedLm head = new MaskedLm(BERT);
    float[] one = Arrays.copyOf(states(), hidden);
    double sum = 0;
    for (int token = 0; token < BERT.config().vocabularySize(); token++) {
      sum += Math.exp(head.logProbabilities(one, new int[] {token})[0]);
    }
    assertThat(sum).isCloseTo(1, within(1e-9));
  }

  private static float[] states() {
    double[][] states = new Float64Bert(BERT).hiddenStates(PAIR);
    float[] flat = new float[states.length * states[0].length];
    for (int i = 0; i < flat.length; i++) {
      flat[i] = (float) states[i / states[0].length][i % states[0].length];
    }
    return flat;
  }
}
