package io.sextant.profile.pair;

import io.sextant.profile.state.StateArrays;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.Serializable;
import java.util.Arrays;

/**
 * Attention between content tokens by signed offset (key minus query) and by same or other
 * sentence, for every head. Offsets beyond +-10 are lumped at +-11. Mergeable.
 */
public final class OffsetSums implements Serializable {
  private static final long serialVersionUID = 1L;

  public static final int FARTHEST = 11;

  /** Offsets -11 to 11 in the same sentence, then the same in the other sentence. */
  public static final int BINS = 2 * (2 * FARTHEST + 1);

  /** By head and bin: summed weights. */
  final double[] mass;

  /** By bin: number of (query, key) pairs. */
  public final long[] keys = new long[BINS];

  public OffsetSums(int heads) {
    mass = new double[heads * BINS];
  }

  /** The bin of a key seen from a query. */
  public static int bin(int query, int key, boolean sameSentence) {
    int offset = Math.max(-FARTHEST, Math.min(FARTHEST, key - query));
    return offset + FARTHEST + (sameSentence ? 0 : BINS / 2);
  }

  /** Signed offset of a bin, and whether it is one of the same sentence. */
  public static int offset(int bin) {
    return bin % (BINS / 2) - FARTHEST;
  }

  public static boolean sameSentence(int bin) {
    return bin < BINS / 2;
  }

  /** Counts the keys of a pair; the mass is to be set. */
  void start(PreparedPair pair) {
    Arrays.fill(keys, 0);
    for (int query : pair.content) {
      for (int key : pair.content) {
        keys[pair.bins[query * pair.pair.size() + key]]++;
      }
    }
  }

  /** Takes the mass of a head, that of the h-th in the array. */
  void set(int head, double[] of, int h) {
    System.arraycopy(of, h * BINS, mass, head * BINS, BINS);
  }

  /** Mean weight that a head gives to the keys of a bin; 0 if there are none. */
  public double mean(int head, int bin) {
    return keys[bin] == 0 ? 0 : mass[head * BINS + bin] / keys[bin];
  }

  public void add(OffsetSums other) {
    StateArrays.add(mass, other.mass);
    StateArrays.add(keys, other.keys);
  }

  public void write(DataOutput out) throws IOException {
    StateArrays.write(out, mass);
    StateArrays.write(out, keys);
  }

  public void read(DataInput in) throws IOException {
    StateArrays.read(in, mass);
    StateArrays.read(in, keys);
  }
}
