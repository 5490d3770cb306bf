package io.sextant.profile.pair;

import io.sextant.attention.AttentionMap;
import io.sextant.text.EncodedPair;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Statistics of the rows of all heads of one layer that do not depend on patterns. Each weight is
 * read once. Arrays by query are indexed by {@code head * n + query}; heads are those of the layer.
 */
public final class RowStatistics {
  /** For each query, the attention to content keys. */
  public double[] content = new double[0];

  /** For each query, the content key with the greatest weight, the first if there are several. */
  int[] strongest = new int[0];

  /** For each head and offset bin, the summed weights; see {@link OffsetSums#mass}. */
  double[] offsets = new double[0];

  /**
   * For each head, sums over the content queries of the mean of |query - key| over the attention,
   * and of the greatest weight of the row.
   */
  double[] distance = new double[0];

  double[] confidence = new double[0];

  /**
   * The greatest difference of a row's sum from 1; infinite if any weight or norm is not finite.
   */
  public double worstRowSum;

  private final FourRows four = new FourRows();

  private int n;
  private int[] delimiters;

  /**
   * For the current head, the attention of content queries to the content keys at distance d,
   * stored at {@code n + d}: in the same sentence, and in the other sentence.
   */
  private double[] same;

  private double[] other;

  /** Receives the attention of delimiters by distance, which is not used. */
  private double[] nowhere;

  /** For each distance, stored as above, the offset bin in the same and in the other sentence. */
  private int[] sameBins;

  private int[] otherBins;

  /**
   * For the current row, the sum of the weights of content keys, and the bits of the greatest of
   * them.
   */
  private double sum;

  private int greatest;

  /** Reads a map between the positions of a pair. */
  public void read(EncodedPair pair, AttentionMap map) {
    open(pair, map);
    worstRowSum = areFinite(map) ? 0 : Double.POSITIVE_INFINITY;
    for (int head = 0; head < map.heads(); head++) {
      Arrays.fill(same, 0);
      Arrays.fill(other, 0);
      confidence[head] = 0;
      distance[head] = 0;
      int query = 0;
      while (query < n) {
        if (areOfOneSentence(pair, query)) {
          readFour(pair, map.weights(), head, query);
          query += FourRows.ROWS;
        } else {
          readRow(pair, map.weights(), head, query);
          query++;
        }
      }
      fold(head);
    }
  }

  /** Returns whether all norms are finite; true if there are none. */
  private static boolean areFinite(AttentionMap map) {
    for (int i = 0; map.hasNorms() && i < map.heads() * map.size(); i++) {
      if (!Float.isFinite(map.norms()[i])) {
        return false;
      }
    }
    return true;
  }

  private void open(EncodedPair pair, AttentionMap map) {
    delimiters = IntStream.range(0, pair.size()).filter(pair::isDelimiter).toArray();
    if (n != map.size()) {
      n = map.size();
      same = new double[2 * n];
      other = new double[2 * n];
      nowhere = new double[2 * n];
      sameBins = IntStream.range(-n, n).map(d -> OffsetSums.bin(0, d, true)).toArray();
      otherBins = IntStream.range(-n, n).map(d -> OffsetSums.bin(0, d, false)).toArray();
    }
    if (strongest.length < map.heads() * n) {
      content = new double[map.heads() * n];
      strongest = new int[map.heads() * n];
      offsets = new double[map.heads() * OffsetSums.BINS];
      distance = new double[map.heads()];
      confidence = new double[map.heads()];
    }
  }

  /** Returns whether the four queries from the given one on are content of one sentence. */
  private boolean areOfOneSentence(EncodedPair pair, int query) {
    int last = query + FourRows.ROWS - 1;
    return last < n && !pair.isDelimiter(query) && last < pair.sentenceEnd(pair.segment(query));
  }

  private void readFour(EncodedPair pair, float[] weights, int head, int query) {
    int row = (head * n + query) * n;
    four.start();
    for (int segment = 0; segment < 2; segment++) {
      four.read(
          weights,
          row,
          n,
          pair.sentenceStart(segment),
          pair.sentenceEnd(segment),
          segment == pair.segment(query) ? same : other,
          n - query);
    }
    for (int i = 0; i < FourRows.ROWS; i++) {
      sum = four.sums[i];
      greatest = four.greatest[i];
      endRow(pair, weights, head, query + i);
    }
  }

  private void readRow(EncodedPair pair, float[] weights, int head, int query) {
    int row = (head * n + query) * n;
    boolean counts = !pair.isDelimiter(query);
    sum = 0;
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
    endRow(pair, weights, head, query);
  }

  /** Ends a row whose content keys have been read. */
  private void endRow(EncodedPair pair, float[] weights, int head, int query) {
    int at = head * n + query;
    int row = at * n;
    content[at] = sum;
    strongest[at] = strongest(pair, weights, row);
    double all = sum;
    double far = 0;
    int most = greatest;
    for (int key : delimiters) {
      float weight = weights[row + key];
      all += weight;
      far += (double) Math.abs(query - key) * weight;
      most = Math.max(most, bits(weight));
    }
    if (!pair.isDelimiter(query)) {
      distance[head] += far;
      confidence[head] += Float.intBitsToFloat(most);
    }
    double deviation = Math.abs(all - 1);
    // The negated comparison is also true if the deviation is NaN.
    if (!(deviation <= worstRowSum)) {
      worstRowSum = Double.isNaN(deviation) ? Double.POSITIVE_INFINITY : deviation;
    }
  }

  private void readKeys(
      float[] weights, int row, int start, int end, double[] diagonals, int shift) {
    double ofKeys = 0;
    int most = greatest;
    for (int key = start; key < end; key++) {
      float weight = weights[row + key];
      diagonals[shift + key] += weight;
      ofKeys += weight;
      most = Math.max(most, bits(weight));
    }
    sum += ofKeys;
    greatest = most;
  }

  /**
   * Returns the bits of a weight. Weights are not negative, so their bits have the same order, and
   * comparing them needs no branch.
   */
  private static int bits(float weight) {
    return Float.floatToRawIntBits(weight);
  }

  /**
   * Returns the first content key that has the greatest weight; any content key if the weights are
   * not numbers.
   */
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
    for (int at = 1; at < 2 * n; at++) {
      offsets[bins + sameBins[at]] += same[at];
      offsets[bins + otherBins[at]] += other[at];
      far += Math.abs(at - n) * (same[at] + other[at]);
    }
    distance[head] += far;
  }

  /**
   * Replaces the attention of the queries to content by that of the rows of tokens: the value of a
   * position is the mean over its tokens.
   */
  public void takeContent(RowStatistics tokens, WordView view, int heads) {
    int[] firstToken = view.firstToken();
    for (int head = 0; head < heads; head++) {
      for (int position = 0; position < view.size(); position++) {
        double sum = 0;
        for (int token = firstToken[position]; token < firstToken[position + 1]; token++) {
          sum += tokens.content[head * view.tokens() + token];
        }
        content[head * view.size() + position] = sum / view.tokens(position);
      }
    }
  }
}
