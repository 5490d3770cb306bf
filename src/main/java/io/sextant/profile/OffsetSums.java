package io.sextant.profile;

import io.sextant.text.EncodedPair;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.Serializable;
import java.util.Arrays;

/**
 * Attention between content tokens by signed offset (key minus query) and by same or other
 * sentence, for every head. Offsets beyond +-10 are lumped at +-11. Mergeable.
 */
final class OffsetSums implements Serializable {
  private static final long serialVersionUID = 1L;

  static final int FARTHEST = 11;

  /** Offsets -11 to 11 in the same sentence, then the same in the other sentence. */
  static final int BINS = 2 * (2 * FARTHEST + 1);

  /** By head and bin: summed weights. */
  final double[] mass;

  /** By bin: number of (query, key) pairs. */
  final long[] keys = new long[BINS];

  OffsetSums(int heads) {
    mass = new double[heads * BINS];
  }

  /** The bin of a key seen from a query. */
  static int bin(int query, int key, boolean sameSentence) {
    int offset = Math.max(-FARTHEST, Math.min(FARTHEST, key - query));
    return offset + FARTHEST + (sameSentence ? 0 : BINS / 2);
  }

  /** Signed offset of a bin, and whether it is one of the same sentence. */
  static int offset(int bin) {
    return bin % (BINS / 2) - FARTHEST;
  }

  static boolean sameSentence(int bin) {
    return bin < BINS / 2;
  }

  /** Empties the sums and counts the keys of a pair. */
  void start(PairTargets pair) {
    Arrays.fill(mass, 0);
    Arrays.fill(keys, 0);
    for (int query : pair.content) {
      for (int key : pair.content) {
        keys[pair.bins[query * pair.pair.size() + key]]++;
      }
    }
  }

  /**
   * Adds what a head's query gives to the content of a sentence.
   *
   * @param weights holds the query's row, from {@code row} on
   * @param sums of the same map
   */
  void add(
      EncodedPair pair,
      int head,
      int query,
      int segment,
      float[] weights,
      int row,
      RunningSums sums) {
    int start = pair.sentenceStart(segment);
    int end = pair.sentenceEnd(segment);
    int near = Math.min(end, Math.max(start, query - FARTHEST + 1));
    int far = Math.max(near, Math.min(end, query + FARTHEST));
    boolean same = segment == pair.segment(query);
    int bins = head * BINS + bin(0, 0, same);
    mass[bins - FARTHEST] += sums.of(query, start, near);
    for (int key = near; key < far; key++) {
      mass[bins + key - query] += weights[row + key];
    }
    mass[bins + FARTHEST] += sums.of(query, far, end);
  }

  void add(OffsetSums other) {
    StateArrays.add(mass, other.mass);
    StateArrays.add(keys, other.keys);
  }

  void write(DataOutput out) throws IOException {
    StateArrays.write(out, mass);
    StateArrays.write(out, keys);
  }

  void read(DataInput in) throws IOException {
    StateArrays.read(in, mass);
    StateArrays.read(in, keys);
  }
}
