package io.sextant.linguistics;

import io.sextant.math.Cosine;
import java.util.Arrays;
import java.util.List;

/**
 * The cosines over which two words of given frequencies count as neighbours. There is a threshold
 * for every two frequency bins: the 99.5th percentile of the cosines between a sample of the
 * vocabulary's whole words in one bin and a sample in the other. A sample has up to 128 words,
 * which are evenly spread over the bin.
 */
final class CosineThresholds {
  private static final int SAMPLE = 128;
  private static final double PART_OVER = .005;

  private final float[][] thresholds;

  CosineThresholds(WordVectors vectors, VocabularyRanks ranks) {
    float[][][] samples =
        ranks.wholeWords().stream().map(words -> spread(words, vectors)).toArray(float[][][]::new);
    thresholds = new float[samples.length][samples.length];
    for (int a = 0; a < samples.length; a++) {
      for (int b = 0; b <= a; b++) {
        thresholds[a][b] = threshold(a == b ? within(samples[a]) : across(samples[a], samples[b]));
        thresholds[b][a] = thresholds[a][b];
      }
    }
  }

  /** Returns the threshold for two words by their frequency bins. */
  float of(int bin, int other) {
    return thresholds[bin][other];
  }

  private static float[][] spread(List<Integer> words, WordVectors vectors) {
    float[][] some = new float[Math.min(SAMPLE, words.size())][];
    for (int i = 0; i < some.length; i++) {
      some[i] = vectors.of(words.get(i * words.size() / some.length));
    }
    return some;
  }

  private static float[] within(float[][] words) {
    float[] cosines = new float[words.length * (words.length - 1) / 2];
    int count = 0;
    for (int i = 0; i < words.length; i++) {
      for (int j = 0; j < i; j++) {
        cosines[count++] = Cosine.of(words[i], words[j]);
      }
    }
    return cosines;
  }

  private static float[] across(float[][] words, float[][] others) {
    float[] cosines = new float[words.length * others.length];
    int count = 0;
    for (float[] word : words) {
      for (float[] other : others) {
        cosines[count++] = Cosine.of(word, other);
      }
    }
    return cosines;
  }

  /** Returns the percentile; infinity if there are no cosines. */
  private static float threshold(float[] cosines) {
    Arrays.sort(cosines);
    return cosines.length == 0
        ? Float.POSITIVE_INFINITY
        : cosines[cosines.length - 1 - (int) (cosines.length * PART_OVER)];
  }
}
