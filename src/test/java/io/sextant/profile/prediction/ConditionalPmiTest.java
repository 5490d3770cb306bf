package io.sextant.profile.prediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.sextant.attention.Float64Bert;
import io.sextant.attention.RandomBert;
import io.sextant.bert.BertModel;
import io.sextant.bert.MaskedLmHead;
import io.sextant.fault.BadInputException;
import io.sextant.profile.Float64States;
import io.sextant.text.EncodedPair;
import io.sextant.text.Word;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConditionalPmiTest {
  private static final Float64States STATES = Float64States.random();

  // Words 0 un##break##able 1 glass 2 . 3 it 4 shat##tered
  private static final EncodedPair PAIR =
      Float64States.pair("p", "un##break##able glass .", "it shat##tered");
  private static final int[] WORDS = {0, 1, 3, 4};

  @Test
  void isTheDifferenceOfTheLogProbabilitiesOfWordsMaskedWhole() {
    double[][] cpmi = of(all(true), 512);
    for (int i = 0; i < WORDS.length; i++) {
      assertThat(cpmi[i][i]).isNaN();
      for (int j = 0; j < WORDS.length; j++) {
        if (i != j) {
          double expected = logProbability(i, WORDS[i]) - logProbability(i, WORDS[i], WORDS[j]);
          assertThat(cpmi[i][j]).isCloseTo(expected, within(1e-4));
          assertThat(Math.abs(cpmi[i][j])).isGreaterThan(1e-3);
        }
      }
    }
  }

  @Test
  void batchesChangeNothing() {
    double[][] together = of(all(true), 100_000);
    double[][] alone = of(all(true), 1);
    // Arrays.deepEquals considers NaN equal to NaN, which AssertJ's comparison does not.
    assertThat(Arrays.deepEquals(alone, together)).isTrue();
  }

  @Test
  void whatIsNotAskedForIsNotMeasured() {
    boolean[][] wanted = all(false);
    wanted[0][2] = true;
    wanted[2][0] = true;
    double[][] cpmi = of(wanted, 512);
    double[][] whole = of(all(true), 512);
    for (int i = 0; i < WORDS.length; i++) {
      for (int j = 0; j < WORDS.length; j++) {
        if (wanted[i][j]) {
          assertThat(cpmi[i][j]).isEqualTo(whole[i][j]);
        } else {
          assertThat(cpmi[i][j]).isNaN();
        }
      }
    }
  }

  @Test
  void countsItsPasses() {
    assertThat(ConditionalPmi.passes(1)).isEqualTo(1);
    assertThat(ConditionalPmi.passes(24)).isEqualTo(24 + 276);
    assertThat(PredictionProfiler.passes(PAIR)).isEqualTo(1 + 4 + 6);
  }

  @Test
  void aModelThatCannotBeAskedIsRefused() {
    BertModel bert = RandomBert.of(1, 1, 8, 16, 4);
    MaskedLmHead head = bert.maskedLm();
    MaskedLmHead noMask =
        new MaskedLmHead(
            head.transform(), head.activation(), head.norm(), null, head.outputBias(), -1);
    assertThatThrownBy(() -> ConditionalPmi.require(with(bert, noMask)))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("of bare the tokenizer names no mask that is in its vocabulary");
    assertThatThrownBy(() -> ConditionalPmi.require(with(bert, null)))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("of bare the checkpoint has no masked-LM head");
  }

  private static BertModel with(BertModel bert, MaskedLmHead head) {
    return new BertModel(
        "bare", bert.config(), bert.vocabulary(), bert.weights(), head, bert.fingerprint());
  }

  private static double[][] of(boolean[][] wanted, int batchTokens) {
    return new ConditionalPmi(STATES.model(), STATES, batchTokens).of(PAIR, WORDS, wanted);
  }

  private static boolean[][] all(boolean value) {
    boolean[][] wanted = new boolean[WORDS.length][WORDS.length];
    for (boolean[] row : wanted) {
      Arrays.fill(row, value);
    }
    return wanted;
  }

  /** Returns ln p of the tokens of a word when the given words are masked. */
  private static double logProbability(int asked, int... masked) {
    int[] positions =
        Arrays.stream(masked)
            .mapToObj(PAIR.words()::get)
            .flatMapToInt(word -> IntStream.range(word.firstToken(), word.endToken()))
            .toArray();
    double[][] logs =
        new Float64Bert(STATES.model()).logProbabilities(PAIR.with(RandomBert.MASK, positions));
    Word word = PAIR.words().get(WORDS[asked]);
    double sum = 0;
    for (int i = word.firstToken(); i < word.endToken(); i++) {
      sum += logs[i][PAIR.ids()[i]];
    }
    return sum;
  }
}
