package io.sextant.profile;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** The sums of one stratum; mergeable. */
final class StratumStats {
  private final int heads;
  final RatioMoments moments;

  /** Pairs of the stratum. */
  long pairs;

  /** Content tokens of those pairs. */
  long contentQueries;

  /**
   * By part: pairs with an eligible query, those queries, those that top1 is out of, pairs of
   * Clark.
   */
  final long[] partPairs;

  final long[] queries;
  final long[] top1Queries;
  final long[] clarkPairs;

  /**
   * By slot: sum over pairs of a/b; queries won; sum of Clark's share; pairs over their own null.
   */
  final double[] macro;

  final double[] top1;
  final double[] clark;
  final double[] overNull;

  /** By {@link Description} and head. */
  final double[][] descriptions;

  StratumStats(Layout layout) {
    heads = layout.heads();
    moments = new RatioMoments(layout);
    int parts = layout.parts().size();
    partPairs = new long[parts];
    queries = new long[parts];
    top1Queries = new long[parts];
    clarkPairs = new long[parts];
    macro = new double[layout.slots()];
    top1 = new double[layout.slots()];
    clark = new double[layout.slots()];
    overNull = new double[layout.slots()];
    descriptions = new double[Description.values().length][heads];
  }

  /** Adds what is counted by pair; the units go into {@link #moments}. */
  void addPair(PairSums pair) {
    pairs++;
    contentQueries += pair.contentQueries;
    for (int part = 0; part < queries.length; part++) {
      if (pair.clarkApplies[part]) {
        clarkPairs[part]++;
        addTo(clark, pair.clark, part);
      }
      if (pair.queries[part] > 0) {
        partPairs[part]++;
        queries[part] += pair.queries[part];
        top1Queries[part] += pair.top1Queries[part];
        addTo(top1, pair.top1, part);
        for (int slot = part * heads; slot < (part + 1) * heads; slot++) {
          macro[slot] += pair.mass[slot] / pair.queries[part];
          overNull[slot] += pair.mass[slot] > pair.expected[slot] ? 1 : 0;
        }
      }
    }
    for (int d = 0; d < descriptions.length; d++) {
      add(descriptions[d], pair.descriptions[d]);
    }
  }

  void merge(StratumStats other) {
    moments.merge(other.moments);
    pairs += other.pairs;
    contentQueries += other.contentQueries;
    add(partPairs, other.partPairs);
    add(queries, other.queries);
    add(top1Queries, other.top1Queries);
    add(clarkPairs, other.clarkPairs);
    add(macro, other.macro);
    add(top1, other.top1);
    add(clark, other.clark);
    add(overNull, other.overNull);
    for (int d = 0; d < descriptions.length; d++) {
      add(descriptions[d], other.descriptions[d]);
    }
  }

  void write(DataOutput out) throws IOException {
    moments.write(out);
    out.writeLong(pairs);
    out.writeLong(contentQueries);
    for (long[] counts : new long[][] {partPairs, queries, top1Queries, clarkPairs}) {
      StateArrays.write(out, counts);
    }
    for (double[] sums : new double[][] {macro, top1, clark, overNull}) {
      StateArrays.write(out, sums);
    }
    for (double[] sums : descriptions) {
      StateArrays.write(out, sums);
    }
  }

  void read(DataInput in) throws IOException {
    moments.read(in);
    pairs = in.readLong();
    contentQueries = in.readLong();
    for (long[] counts : new long[][] {partPairs, queries, top1Queries, clarkPairs}) {
      StateArrays.read(in, counts);
    }
    for (double[] sums : new double[][] {macro, top1, clark, overNull}) {
      StateArrays.read(in, sums);
    }
    for (double[] sums : descriptions) {
      StateArrays.read(in, sums);
    }
  }

  private void addTo(double[] sums, double[] more, int part) {
    for (int slot = part * heads; slot < (part + 1) * heads; slot++) {
      sums[slot] += more[slot];
    }
  }

  private static void add(double[] sums, double[] more) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += more[i];
    }
  }

  private static void add(long[] sums, long[] more) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += more[i];
    }
  }
}
