package io.sextant.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.attention.AttentionModel;
import io.sextant.attention.Backend;
import io.sextant.attention.HiddenStatesRunner;
import io.sextant.attention.MaskedLm;
import io.sextant.attention.Precision;
import io.sextant.bert.BertModel;
import io.sextant.testing.RealModel;
import io.sextant.text.EncodedPair;
import io.sextant.text.PairEncoder;
import io.sextant.text.SentencePair;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What BERT's own masked-LM head says of words that belong together. */
class RealPredictionsTest {
  private static final BertModel BERT = RealModel.bert();

  @Test
  void theHeadFillsInWhatAReaderWould() {
    EncodedPair pair = encode("The capital of France is [MASK] .", null);
    int[] masked =
        IntStream.range(0, pair.size())
            .filter(i -> pair.pieces().get(i).equals("[MASK]"))
            .toArray();
    System.out.println(pair.pieces() + Arrays.toString(masked));
  }

  @Test
  void wordsOfACollocationPredictEachOtherBest() {
    EncodedPair pair = encode("She moved to New York .", "He drank a cup of tea .");
    double[][] cpmi = cpmi(pair);
    for (int i = 0; i < cpmi.length; i++) {
      for (int j = 0; j < cpmi.length; j++) {
        System.out.printf("%8.3f", cpmi[i][j]);
      }
      System.out.println("  " + pair.words().get(i).text());
    }
    assertThat(best(pair, cpmi, "York")).isEqualTo("New");
    assertThat(best(pair, cpmi, "New")).isEqualTo("York");
    assertThat(best(pair, cpmi, "drank")).isIn("tea", "cup");
  }

  private static String best(EncodedPair pair, double[][] cpmi, String word) {
    int i = index(pair, word);
    int best =
        IntStream.range(0, cpmi.length)
            .filter(j -> j != i && !pair.words().get(j).punctuation())
            .reduce((a, b) -> cpmi[i][a] >= cpmi[i][b] ? a : b)
            .orElseThrow();
    return pair.words().get(best).text();
  }

  private static int index(EncodedPair pair, String word) {
    return IntStream.range(0, pair.words().size())
        .filter(w -> pair.words().get(w).text().equals(word))
        .findFirst()
        .orElseThrow();
  }

  private static double[][] cpmi(EncodedPair pair) {
    int words = pair.words().size();
    boolean[][] wanted = new boolean[words][words];
    for (boolean[] row : wanted) {
      Arrays.fill(row, true);
    }
    try (AttentionModel model = Backend.of("onednn").open(BERT, Precision.F32);
        HiddenStatesRunner states = model.newHiddenStatesRunner()) {
      long start = System.nanoTime();
      double[][] cpmi =
          new ConditionalPmi(BERT, states, 512)
              .of(pair, IntStream.range(0, words).toArray(), wanted);
      System.out.printf(
          "%d passes of %d pieces in %.2f s%n",
          ConditionalPmi.passes(words), pair.size(), (System.nanoTime() - start) / 1e9);
      start = System.nanoTime();
      new MaskedLm(BERT).logProbabilities(new float[128 * 768], new int[128]);
      System.out.printf("head on 128 positions %.2f s%n", (System.nanoTime() - start) / 1e9);
      return cpmi;
    }
  }

  private static EncodedPair encode(String a, String b) {
    try (PairEncoder encoder = new PairEncoder(BERT, 512)) {
      return encoder.encode(new SentencePair("p", null, a, b));
    }
  }
}
