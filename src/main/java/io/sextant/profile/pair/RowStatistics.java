package io.sextant.profile.pair;

import io.sextant.attention.AttentionMap;
import io.sextant.text.EncodedPair;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What is read of the rows of all heads of one layer before any pattern is looked at: each weight
 * once. By query means {@code head * n + query}; heads are those of the layer.
 */
public final class RowStatistics {
  /** By query: attention to content keys; norm-weighted attention to all keys, 0 without norms. */
  public double[] content = new double[0];

  public double[] normed = new double[0];

  /** By query: the content key with the greatest weight, the first if there are several. */
  int[] strongest = new int[0];

  /** By head: {@link OffsetSums#mass}. */
  double[] offsets = new double[0];

  /** By head, sums over content queries: |query - key| by weight; greatest weight of the row. */
  double[] distance = new double[0];

  double[] confidence = new double[0];

  /** Greatest distance of a row's sum from 1; infinite if one, or its norms', is not a number. */
  public double worstRowSum;

  private int n;
  private int[] delimiters;

  /** Of the head: the norm of every key. */
  private double[] norms = new double[0];

  /**
   * Of the head: what content queries give to {@code query + d}, at {@code n + d}, in their own
   * sentence, in the other one, and to delimiters.
   */
  private double[] same;

  private double[] other;
  private double[] rest;

  /** Takes what is not asked for. */
  private double[] nowhere;

  /** Of the row. */
  private double sum;

  private double normedSum;
  private int greatest;

  /** Reads a map between the positions of a pair. */
  public void read(EncodedPair pair, AttentionMap map) {
    open(pair, map);
    worstRowSum = 0;
    for (int head = 0; head < map.heads(); head++) {
      for (int key = 0; key < n; key++) {
        norms[key] = map.hasNorms() ? map.norms()[head * n + key] : 0;
      }
      Arrays.fill(same, 0);
      Arrays.fill(other, 0);
      Arrays.fill(rest, 0);
      confidence[head] = 0;
      for (int query = 0; query < n; query++) {
        readRow(pair, map.weights(), head, query);
      }
      fold(head);
    }
  }

  private void open(EncodedPair pair, AttentionMap map) {
    delimiters = IntStream.range(0, pair.size()).filter(pair::isDelimiter).toArray();
    if (n != map.size()) {
      n = map.size();
      same = new double[2 * n];
      other = new double[2 * n];
      rest = new double[2 * n];
      nowhere = new double[2 * n];
    }
    if (strongest.length < map.heads() * n) {
      norms = new double[n];
      content = new double[map.heads() * n];
      normed = new double[map.heads() * n];
      strongest = new int[map.heads() * n];
      offsets = new double[map.heads() * OffsetSums.BINS];
      distance = new double[map.heads()];
      confidence = new double[map.heads()];
    }
  }

  private void readRow(EncodedPair pair, float[] weights, int head, int query) {
    int at = head * n + query;
    int row = at * n;
    boolean counts = !pair.isDelimiter(query);
    sum = 0;
    normedSum = 0;
    greatest = 0;
    for (int segment = 0; segment < 2; segment++) {
      double[] near = segment == pair.segment(query) ? same : other;
      readKeys(
          weights,
          row,
          pair.sentenceStart(segment),
          pair.sentenceEnd(segment),
          counts ? near : nowhere,
          n - query);
    }
    content[at] = sum;
    strongest[at] = strongest(pair, weights, row);
    for (int key : delimiters) {
      readKeys(weights, row, key, key + 1, counts ? rest : nowhere, n - query);
    }
    normed[at] = normedSum;
    confidence[head] += counts ? Float.intBitsToFloat(greatest) : 0;
    double deviation = Double.isFinite(normedSum) ? Math.abs(sum - 1) : Double.NaN;
    // Not "deviation > worst", which NaN would pass.
    if (!(deviation <= worstRowSum)) {
      worstRowSum = Double.isNaN(deviation) ? Double.POSITIVE_INFINITY : deviation;
    }
  }

  private void readKeys(
      float[] weights, int row, int start, int end, double[] diagonals, int shift) {
    double ofKeys = 0;
    double ofNorms = 0;
    int most = greatest;
    for (int key = start; key < end; key++) {
      float weight = weights[row + key];
      diagonals[shift + key] += weight;
      ofKeys += weight;
      ofNorms += weight * norms[key];
      most = Math.max(most, bits(weight));
    }
    sum += ofKeys;
    normedSum += ofNorms;
    greatest = most;
  }

  /** Weights are not negative, so their bits have their order, and need no branch to compare. */
  private static int bits(float weight) {
    return Float.floatToRawIntBits(weight);
  }

  /** The first content key that has the greatest weight; any, if the weights are not numbers. */
  private int strongest(EncodedPair pair, float[] weights, int row) {
    for (int segment = 0; segment < 2; segment++) {
      int end = pair.sentenceEnd(segment);
      for (int key = pair.sentenceStart(segment); key < end; key++) {
        if (bits(weights[row + key]) == greatest) {
          return key;
        }
      }
    }
    return pair.sentenceStart(0);
  }

  private void fold(int head) {
    int bins = head * OffsetSums.BINS;
    Arrays.fill(offsets, bins, bins + OffsetSums.BINS, 0);
    double far = 0;
    for (int d = 1 - n; d < n; d++) {
      offsets[bins + OffsetSums.bin(0, d, true)] += same[n + d];
      offsets[bins + OffsetSums.bin(0, d, false)] += other[n + d];
      far += Math.abs(d) * (same[n + d] + other[n + d] + rest[n + d]);
    }
    distance[head] = far;
  }

  /**
   * Takes the sums of queries from the rows of tokens: what comes from a position is the mean over
   * its tokens.
   */
  public void takeSums(RowStatistics tokens, WordView view, int heads) {
    mean(tokens.content, content, view, heads);
    mean(tokens.normed, normed, view, heads);
  }

  private static void mean(double[] of, double[] to, WordView view, int heads) {
    int[] firstToken = view.firstToken();
    for (int head = 0; head < heads; head++) {
      for (int position = 0; position < view.size(); position++) {
        double sum = 0;
        for (int token = firstToken[position]; token < firstToken[position + 1]; token++) {
          sum += of[head * view.tokens() + token];
        }
        to[head * view.size() + position] = sum / view.tokens(position);
      }
    }
  }
}
