package io.sextant.profile.pair;

import io.sextant.profile.state.StateArrays;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.Serializable;
import java.util.Arrays;

/**
 * Attention between content tokens by signed offset (key minus query) and by same or other
 * sentence, for every head. Offsets of -10 to 10 have bins of their own, farther ones those of
 * {@link #FAR}. Mergeable.
 */
public final class OffsetSums implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Farthest offset that has a bin of its own. */
  public static final int NEAR = 10;

  /** Least distances of the bins beyond, on either side: 11 to 15, 16 to 23, ..., 96 and more. */
  private static final int[] FAR = {11, 16, 24, 32, 48, 64, 96};

  /** From this distance on, all is in one bin. */
  static final int FARTHEST = FAR[FAR.length - 1];

  /** Bins on either side of the offset 0. */
  private static final int SIDE = NEAR + FAR.length;

  /** Ascending offsets in the same sentence, then the same in the other sentence. */
  public static final int BINS = 2 * (2 * SIDE + 1);

  /** By distance, up to {@link #FARTHEST}: its bin, counted from offset 0. */
  private static final int[] OF_DISTANCE = ofDistance();

  /** By head and bin: summed weights. */
  final double[] mass;

  /** By bin: number of (query, key) pairs. */
  public final long[] keys = new long[BINS];

  public OffsetSums(int heads) {
    mass = new double[heads * BINS];
  }

  private static int[] ofDistance() {
    int[] bins = new int[FARTHEST + 1];
    int far = 0;
    for (int distance = 0; distance <= FARTHEST; distance++) {
      if (far < FAR.length && distance == FAR[far]) {
        far++;
      }
      bins[distance] = distance <= NEAR ? distance : NEAR + far;
    }
    return bins;
  }

  /** The bin of a key seen from a query. */
  public static int bin(int query, int key, boolean sameSentence) {
    int offset = key - query;
    int side = OF_DISTANCE[Math.min(FARTHEST, Math.abs(offset))];
    return (offset < 0 ? SIDE - side : SIDE + side) + (sameSentence ? 0 : BINS / 2);
  }

  /** Signed offset of a bin, the nearest if it has several. */
  public static int offset(int bin) {
    int side = bin % (BINS / 2) - SIDE;
    int distance = Math.abs(side) <= NEAR ? Math.abs(side) : FAR[Math.abs(side) - NEAR - 1];
    return side < 0 ? -distance : distance;
  }

  /** Whether a bin is one of the same sentence. */
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
