package io.sextant.profile;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** The sums of one stratum, for the parts of its layout; mergeable. */
final class StratumStats {
  private final Layout layout;
  private final int heads;

  /**
   * By unit: attention over queries, attention over content attention, and for each null the lift.
   */
  final PairedMoments share;

  final PairedMoments contentShare;
  final PairedMoments[] lifts;

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

  /** By part and offset bin; see {@link TargetOffsets}. */
  final long[] targetOffsets;

  /** By null and part: pairs and comparisons that it says something of. */
  final long[][] nullPairs;

  final long[][] nullTrials;

  /** By slot: sum over pairs of a/b; queries won; sum of Clark's share. */
  final double[] macro;

  final double[] top1;
  final double[] clark;

  /** By slot: norm-weighted attention to targets, and to all keys. */
  final double[] normMass;

  final double[] normTotal;

  /** By null and slot: pairs over their own null, comparisons won. */
  final double[][] overNull;

  final double[][] wins;

  /** By {@link Description} and head. */
  final double[][] descriptions;

  StratumStats(Layout layout) {
    this.layout = layout;
    heads = layout.heads();
    int parts = layout.parts().size();
    int nulls = layout.nulls();
    share = new PairedMoments(parts, heads);
    contentShare = new PairedMoments(parts, heads);
    lifts = new PairedMoments[nulls];
    for (int k = 0; k < nulls; k++) {
      lifts[k] = new PairedMoments(parts, heads);
    }
    partPairs = new long[parts];
    queries = new long[parts];
    top1Queries = new long[parts];
    clarkPairs = new long[parts];
    targetOffsets = new long[parts * OffsetSums.BINS];
    nullPairs = new long[nulls][parts];
    nullTrials = new long[nulls][parts];
    macro = new double[layout.slots()];
    top1 = new double[layout.slots()];
    clark = new double[layout.slots()];
    normMass = new double[layout.slots()];
    normTotal = new double[layout.slots()];
    overNull = new double[nulls][layout.slots()];
    wins = new double[nulls][layout.slots()];
    descriptions = new double[Description.values().length][heads];
  }

  /** The parts that the stratum has sums of. */
  Layout layout() {
    return layout;
  }

  /** Adds what is counted by pair. */
  void addPair(PairSums pair) {
    pairs++;
    contentQueries += pair.contentQueries;
    for (int part = 0; part < queries.length; part++) {
      int of = layout.origin(part);
      if (pair.clarkApplies[of]) {
        clarkPairs[part]++;
        addTo(clark, part, pair.clark, of);
      }
      if (pair.queries[of] > 0) {
        addPart(part, pair, of);
      }
    }
    for (int d = 0; d < descriptions.length; d++) {
      StateArrays.add(descriptions[d], pair.descriptions[d]);
    }
  }

  private void addPart(int part, PairSums pair, int of) {
    partPairs[part]++;
    queries[part] += pair.queries[of];
    top1Queries[part] += pair.top1Queries[of];
    addTo(top1, part, pair.top1, of);
    addTo(normMass, part, pair.normMass, of);
    addTo(normTotal, part, pair.normTotal, of);
    for (int bin = 0; bin < OffsetSums.BINS; bin++) {
      targetOffsets[part * OffsetSums.BINS + bin] += pair.targetOffsets[of * OffsetSums.BINS + bin];
    }
    for (int head = 0; head < heads; head++) {
      macro[part * heads + head] += pair.mass[of * heads + head] / pair.queries[of];
    }
    for (int k = 0; k < lifts.length; k++) {
      PairSums.NullSums sums = pair.nulls[k];
      if (sums.trials[of] > 0) {
        nullPairs[k][part]++;
        nullTrials[k][part] += sums.trials[of];
        addTo(wins[k], part, sums.wins, of);
        for (int head = 0; head < heads; head++) {
          boolean over = sums.observed[of * heads + head] > sums.expected[of * heads + head];
          overNull[k][part * heads + head] += over ? 1 : 0;
        }
      }
    }
  }

  /** Adds a sampling unit: the sums of one pair, or of all pairs of a group. */
  void addUnit(PairSums unit) {
    for (int part = 0; part < queries.length; part++) {
      int of = layout.origin(part);
      if (unit.queries[of] > 0) {
        share.add(part, unit.mass, unit.queriesBySlot, of * heads);
        contentShare.add(part, unit.mass, unit.content, of * heads);
        for (int k = 0; k < lifts.length; k++) {
          if (unit.nulls[k].trials[of] > 0) {
            lifts[k].add(part, unit.nulls[k].observed, unit.nulls[k].expected, of * heads);
          }
        }
      }
    }
  }

  /** The part's share of norm-weighted attention; NaN if no norms were read. */
  double normShare(int part, int head) {
    int slot = part * heads + head;
    return normMass[slot] / normTotal[slot];
  }

  void merge(StratumStats other) {
    share.merge(other.share);
    contentShare.merge(other.contentShare);
    for (int k = 0; k < lifts.length; k++) {
      lifts[k].merge(other.lifts[k]);
    }
    pairs += other.pairs;
    contentQueries += other.contentQueries;
    long[][] otherCounts = other.counts();
    long[][] counts = counts();
    for (int i = 0; i < counts.length; i++) {
      StateArrays.add(counts[i], otherCounts[i]);
    }
    double[][] otherSums = other.sums();
    double[][] sums = sums();
    for (int i = 0; i < sums.length; i++) {
      StateArrays.add(sums[i], otherSums[i]);
    }
  }

  void write(DataOutput out) throws IOException {
    share.write(out);
    contentShare.write(out);
    for (PairedMoments lift : lifts) {
      lift.write(out);
    }
    out.writeLong(pairs);
    out.writeLong(contentQueries);
    for (long[] counts : counts()) {
      StateArrays.write(out, counts);
    }
    for (double[] sums : sums()) {
      StateArrays.write(out, sums);
    }
  }

  void read(DataInput in) throws IOException {
    share.read(in);
    contentShare.read(in);
    for (PairedMoments lift : lifts) {
      lift.read(in);
    }
    pairs = in.readLong();
    contentQueries = in.readLong();
    for (long[] counts : counts()) {
      StateArrays.read(in, counts);
    }
    for (double[] sums : sums()) {
      StateArrays.read(in, sums);
    }
  }

  /** Every array of counts, in the order of the file. */
  private long[][] counts() {
    return StateArrays.join(
        new long[][] {partPairs, queries, top1Queries, clarkPairs, targetOffsets},
        nullPairs,
        nullTrials);
  }

  /** Every array of sums, in the order of the file. */
  private double[][] sums() {
    return StateArrays.join(
        new double[][] {macro, top1, clark, normMass, normTotal}, overNull, wins, descriptions);
  }

  /** Adds what a pair has for one of its parts to a part of the stratum. */
  private void addTo(double[] sums, int part, double[] more, int of) {
    for (int head = 0; head < heads; head++) {
      sums[part * heads + head] += more[of * heads + head];
    }
  }
}
