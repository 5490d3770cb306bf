package io.sextant.linguistics;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The cosines over which two words of given frequencies count as neighbours. There is a threshold
 * for every two frequency bins: the 99.5th percentile of the cosines between the whole words of the
 * vocabulary in one bin and those in the other. All words of both bins count, see {@link
 * BinCosines}. The thresholds are computed on all cores, because the tasks wait for them.
 */
final class CosineThresholds {
  private final float[][] thresholds;

  CosineThresholds(WordVectors vectors, VocabularyRanks ranks) {
    List<List<Integer>> bins = ranks.wholeWords();
    int count = bins.size();
    thresholds = new float[count][count];
    IntStream.range(0, count * count)
        .filter(cell -> cell % count <= cell / count)
        .parallel()
        .forEach(cell -> fill(bins, cell / count, cell % count, vectors));
  }

  private void fill(List<List<Integer>> bins, int a, int b, WordVectors vectors) {
    thresholds[a][b] = new BinCosines(vectors).threshold(bins.get(a), bins.get(b));
    thresholds[b][a] = thresholds[a][b];
  }

  /**
   * Returns the threshold for two words by their frequency bins; infinite if there are no cosines.
   */
  float of(int bin, int other) {
    return thresholds[bin][other];
  }
}
