package io.sextant.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.attention.AttentionModel;
import io.sextant.attention.Backend;
import io.sextant.attention.HiddenStatesRunner;
import io.sextant.attention.Precision;
import io.sextant.bert.BertModel;
import io.sextant.profile.prediction.ConditionalPmi;
import io.sextant.testing.RealModel;
import io.sextant.text.EncodedPair;
import io.sextant.text.PairEncoder;
import io.sextant.text.SentencePair;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What BERT's own masked-LM head predicts for words that belong together. */
class RealPredictionsTest {
  private static final BertModel BERT = RealModel.bert();

  @Test
  void wordsOfACollocationPredictEachOtherAndStrangersDoNot() {
    EncodedPair pair = encode("She moved to New York .", "He drank a cup of tea .");
    double[][] cpmi = cpmi(pair);
    int she = index(pair, "She");
    int moved = index(pair, "moved");
    int to = index(pair, "to");
    int newWord = index(pair, "New");
    int york = index(pair, "York");
    int cup = index(pair, "cup");
    int of = index(pair, "of");
    int tea = index(pair, "tea");
    assertThat(cpmi[york][newWord]).isGreaterThan(5);
    assertThat(cpmi[newWord][york]).isGreaterThan(5);
    assertThat(cpmi[moved][to]).isGreaterThan(1);
    assertThat(cpmi[cup][of]).isGreaterThan(1);
    assertThat(cpmi[tea][cup]).isGreaterThan(.5);
    assertThat(Math.abs(cpmi[york][tea])).isLessThan(.3);
    assertThat(Math.abs(cpmi[of][she])).isLessThan(.3);
  }

  private static int index(EncodedPair pair, String word) {
    return IntStream.range(0, pair.words().size())
        .filter(w -> pair.words().get(w).text().equals(word))
        .findFirst()
        .orElseThrow();
  }

  private static double[][] cpmi(EncodedPair pair) {
    int[] words = IntStream.range(0, pair.words().size()).toArray();
    boolean[][] wanted = new boolean[words.length][words.length];
    for (boolean[] row : wanted) {
      Arrays.fill(row, true);
    }
    try (AttentionModel model = Backend.of("onednn").open(BERT, Precision.F32);
        HiddenStatesRunner states = model.newHiddenStatesRunner()) {
      return new ConditionalPmi(BERT, states, 512).of(pair, words, wanted);
    }
  }

  private static EncodedPair encode(String a, String b) {
    try (PairEncoder encoder = new PairEncoder(BERT, 512)) {
      return encoder.encode(new SentencePair("p", null, a, b));
    }
  }
}
