package io.sextant.linguistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sextant.bert.Tensor;
import io.sextant.bert.Vocabulary;
import io.sextant.math.Cosine;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Compares the thresholds of synthetic word embeddings with those of all pairs, sorted. */
class CosineThresholdsTest {
  private static final int HIDDEN = 10;

  /** The last of the seven bins has 2,048 words, and so 2,096,128 pairs within it. */
  private static final int WORDS = 4095;

  private final VocabularyRanks ranks =
      new VocabularyRanks(
          new Vocabulary(IntStream.range(0, WORDS).mapToObj(i -> "word" + i).toList()));

  @Test
  void ofSmallBinsEveryPairCounts() {
    WordVectors vectors = vectors(table(1));
    CosineThresholds thresholds = new CosineThresholds(vectors, ranks);
    for (int a = 0; a < ranks.bins() - 1; a++) {
      for (int b = 0; b <= a; b++) {
        assertThat(thresholds.of(a, b))
            .as("bins %d and %d", a, b)
            .isEqualTo(thresholds.of(b, a))
            .isCloseTo(threshold(vectors, a, b), within(1e-4f));
      }
    }
  }

  @Test
  void ofLargeBinsEveryWordMeetsAsManyOthersAndTheThresholdIsThatOfAllPairs() {
    WordVectors vectors = vectors(table(2));
    int last = ranks.bins() - 1;
    assertThat(ranks.wholeWords().get(last)).hasSize(2048);
    assertThat(new CosineThresholds(vectors, ranks).of(last, last))
        .isCloseTo(threshold(vectors, last, last), within(.003f));
  }

  /** Returns the cosine that one in two hundred exceeds, after sorting all of them. */
  private float threshold(WordVectors vectors, int bin, int other) {
    List<float[]> words = new ArrayList<>();
    ranks.wholeWords().get(bin).forEach(word -> words.add(vectors.of(word)));
    List<float[]> others = new ArrayList<>();
    ranks.wholeWords().get(other).forEach(word -> others.add(vectors.of(word)));
    float[] cosines = new float[words.size() * others.size()];
    int count = 0;
    for (int i = 0; i < words.size(); i++) {
      for (int j = 0; j < (bin == other ? i : others.size()); j++) {
        cosines[count++] = Cosine.of(words.get(i), others.get(j));
      }
    }
    Arrays.sort(cosines, 0, count);
    return cosines[count - 1 - (int) (count * .005)];
  }

  private static float[] table(long seed) {
    Random random = new Random(seed);
    float[] table = new float[WORDS * HIDDEN];
    for (int i = 0; i < table.length; i++) {
      table[i] = (float) random.nextGaussian();
    }
    return table;
  }

  private static WordVectors vectors(float[] table) {
    return new WordVectors(new Tensor("words", List.of(WORDS, HIDDEN), FloatBuffer.wrap(table)));
  }
}
