package io.sextant.linguistics;

import io.sextant.math.RowProducts;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The cosines between the words of two frequency bins.
 *
 * <p>Of two large bins not every pair of words is compared: the words of each bin are divided by
 * rank into the same number of groups, and a word is compared with those of the other bin's group
 * of the same number, so that all words of a bin are compared equally often. With {@value #PAIRS}
 * pairs the standard error of the part of pairs that are over the threshold is .00007 of .005.
 */
final class BinCosines {
  private static final double PART_OVER = .005;
  private static final int PAIRS = 1 << 20;

  /**
   * The number of words that are multiplied at once: with 768 numbers each, they fit into a core's
   * L2 cache.
   */
  private static final int AT_ONCE = 128;

  private final WordVectors vectors;

  /** The vectors of the words that are multiplied at once, by dimension. */
  private final float[][] columns;

  private final float[] cosines = new float[AT_ONCE];

  BinCosines(WordVectors vectors) {
    this.vectors = vectors;
    columns = new float[vectors.hidden()][AT_ONCE];
  }

  /** Returns the threshold for the words of two bins, which may be the same list. */
  float threshold(List<Integer> words, List<Integer> others) {
    boolean isOne = words == others;
    long pairs = (long) words.size() * others.size() / (isOne ? 2 : 1);
    int groups = (int) Math.max(1, (pairs + PAIRS - 1) / PAIRS);
    CosineHistogram counts = new CosineHistogram();
    for (int group = 0; group < groups; group++) {
      float[] rows = rows(group(words, group, groups));
      List<Integer> compared = group(others, group, groups);
      for (int first = 0; first < compared.size(); first += AT_ONCE) {
        int count = Math.min(AT_ONCE, compared.size() - first);
        fillColumns(compared.subList(first, first + count));
        count(rows, count, isOne ? first : -1, counts);
      }
    }
    return counts.over(PART_OVER);
  }

  /**
   * Counts the cosines of rows with the columns.
   *
   * @param first if rows and columns are the same words, the row of the first column's word, and a
   *     row is counted only with the columns of the words before it; otherwise -1
   */
  private void count(float[] rows, int count, int first, CosineHistogram counts) {
    int hidden = columns.length;
    for (int row = Math.max(0, first); row < rows.length / hidden; row++) {
      Arrays.fill(cosines, 0, count, 0);
      RowProducts.add(rows, row * hidden, columns, count, cosines);
      int end = first < 0 ? count : Math.min(count, row - first);
      for (int column = 0; column < end; column++) {
        counts.add(cosines[column]);
      }
    }
  }

  private static List<Integer> group(List<Integer> words, int group, int groups) {
    return IntStream.range(0, words.size())
        .filter(i -> i % groups == group)
        .mapToObj(words::get)
        .toList();
  }

  /** Returns the concatenated vectors of words. */
  private float[] rows(List<Integer> words) {
    int hidden = columns.length;
    float[] rows = new float[words.size() * hidden];
    for (int w = 0; w < words.size(); w++) {
      System.arraycopy(vectors.of(words.get(w)), 0, rows, w * hidden, hidden);
    }
    return rows;
  }

  private void fillColumns(List<Integer> words) {
    for (int w = 0; w < words.size(); w++) {
      float[] vector = vectors.of(words.get(w));
      for (int d = 0; d < vector.length; d++) {
        columns[d][w] = vector[d];
      }
    }
  }
}
