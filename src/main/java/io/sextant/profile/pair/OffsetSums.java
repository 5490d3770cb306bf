package io.sextant.profile.pair;

import io.sextant.bert.LayerWindows;
import io.sextant.profile.state.Layout;
import io.sextant.profile.state.StateArrays;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.Serializable;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The attention between content tokens by signed offset (key minus query) and by sentence (same or
 * other), for every head. Offsets from -10 to 10 have a bin each; greater distances are binned by
 * {@link #FAR}. The sums can be merged.
 */
public final class OffsetSums implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The greatest distance that has a bin of its own. */
  public static final int NEAR = 10;

  /**
   * The smallest distances of the other bins on either side: 11 to 15, 16 to 23, ..., 96 and more.
   */
  private static final int[] FAR = {11, 16, 24, 32, 48, 64, 96};

  /** The distance from which on all offsets of a side share one bin. */
  static final int FARTHEST = FAR[FAR.length - 1];

  /** The number of bins on either side of offset 0. */
  private static final int SIDE = NEAR + FAR.length;

  /** The number of bins: ascending offsets in the same sentence, then in the other sentence. */
  public static final int BINS = 2 * (2 * SIDE + 1);

  /** For each distance up to {@link #FARTHEST}, its bin, counted from the bin of offset 0. */
  private static final int[] OF_DISTANCE = ofDistance();

  /** The summed weights, indexed by head and bin. */
  final double[] mass;

  /** The number of (query, key) pairs in each bin that heads can see, by group and bin. */
  private final long[] keys;

  /** For each head, its group: the heads of a group see the same keys. */
  private final int[] groupOf;

  /** Creates the sums of heads that see all keys. */
  public OffsetSums(int heads) {
    this(new int[heads], 1);
  }

  /** Creates the sums of the heads of a layout. */
  public OffsetSums(Layout layout) {
    this(groups(layout), LayerWindows.of(layout.windows()).count());
  }

  private OffsetSums(int[] groupOf, int groups) {
    this.groupOf = groupOf;
    mass = new double[groupOf.length * BINS];
    keys = new long[groups * BINS];
  }

  private static int[] groups(Layout layout) {
    LayerWindows windows = LayerWindows.of(layout.windows());
    return IntStream.range(0, layout.heads())
        .map(head -> windows.index(layout.grid().layer(head)))
        .toArray();
  }

  /** Returns sums of no pairs for the same heads. */
  OffsetSums empty() {
    return new OffsetSums(groupOf, keys.length / BINS);
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

  /** Returns the bin of a key for a query. */
  public static int bin(int query, int key, boolean sameSentence) {
    int offset = key - query;
    int side = OF_DISTANCE[Math.min(FARTHEST, Math.abs(offset))];
    return (offset < 0 ? SIDE - side : SIDE + side) + (sameSentence ? 0 : BINS / 2);
  }

  /** Returns the signed offset of a bin; if the bin has several, the one nearest to 0. */
  public static int offset(int bin) {
    int side = bin % (BINS / 2) - SIDE;
    int distance = Math.abs(side) <= NEAR ? Math.abs(side) : FAR[Math.abs(side) - NEAR - 1];
    return side < 0 ? -distance : distance;
  }

  /** Returns whether the query and the keys of a bin are in the same sentence. */
  public static boolean sameSentence(int bin) {
    return bin < BINS / 2;
  }

  /** Sets the counts of all groups to those of a pair. The weights must be set by {@link #set}. */
  void start(PreparedPair pair) {
    Arrays.fill(keys, 0);
    count(pair, true);
    count(pair, false);
    for (int group = 1; group < keys.length / BINS; group++) {
      System.arraycopy(keys, 0, keys, group * BINS, BINS);
    }
  }

  /**
   * Counts the keys that are in the same sentence as the query, or those in the other one. The keys
   * of a query have adjacent offsets, of which only the first and the one after the last are noted.
   */
  private void count(PreparedPair pair, boolean same) {
    int n = pair.pair.size();
    long[] more = new long[2 * n + 1];
    for (int query : pair.content) {
      int segment = same ? pair.pair.segment(query) : 1 - pair.pair.segment(query);
      int start = Math.max(pair.pair.sentenceStart(segment), pair.visible.first(query));
      int end = Math.min(pair.pair.sentenceEnd(segment), pair.visible.end(query));
      if (start < end) {
        more[n + start - query]++;
        more[n + end - query]--;
      }
    }
    long queries = 0;
    for (int offset = -n; offset <= n; offset++) {
      queries += more[n + offset];
      keys[bin(0, offset, same)] += queries;
    }
  }

  /** Replaces a range of heads, which must be whole groups after all calls, by those of others. */
  void copyHeads(OffsetSums other, int first, int end) {
    System.arraycopy(other.mass, first * BINS, mass, first * BINS, (end - first) * BINS);
    for (int head = first; head < end; head++) {
      int group = groupOf[head] * BINS;
      System.arraycopy(other.keys, group, keys, group, BINS);
    }
  }

  /** Returns the number of (query, key) pairs in a bin that a head can see. */
  public long keys(int head, int bin) {
    return keys[groupOf[head] * BINS + bin];
  }

  /**
   * Copies the weights of a head.
   *
   * @param of weights by head and bin
   * @param h the index of the head in {@code of}
   */
  void set(int head, double[] of, int h) {
    System.arraycopy(of, h * BINS, mass, head * BINS, BINS);
  }

  /** Returns the mean weight of a head's keys in a bin; 0 if there are none. */
  public double mean(int head, int bin) {
    return keys(head, bin) == 0 ? 0 : mass[head * BINS + bin] / keys(head, bin);
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
