package io.sextant.profile;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** The sums of one stratum; mergeable. */
final class StratumStats {
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

  /** Adds what is counted by pair. */
  void addPair(PairSums pair) {
    pairs++;
    contentQueries += pair.contentQueries;
    StateArrays.add(targetOffsets, pair.targetOffsets);
    for (int part = 0; part < queries.length; part++) {
      if (pair.clarkApplies[part]) {
        clarkPairs[part]++;
        addTo(clark, pair.clark, part);
      }
      if (pair.queries[part] > 0) {
        addPart(part, pair);
      }
    }
    for (int d = 0; d < descriptions.length; d++) {
      StateArrays.add(descriptions[d], pair.descriptions[d]);
    }
  }

  private void addPart(int part, PairSums pair) {
    partPairs[part]++;
    queries[part] += pair.queries[part];
    top1Queries[part] += pair.top1Queries[part];
    addTo(top1, pair.top1, part);
    addTo(normMass, pair.normMass, part);
    addTo(normTotal, pair.normTotal, part);
    for (int slot = part * heads; slot < (part + 1) * heads; slot++) {
      macro[slot] += pair.mass[slot] / pair.queries[part];
    }
    for (int k = 0; k < lifts.length; k++) {
      PairSums.NullSums of = pair.nulls[k];
      if (of.trials[part] > 0) {
        nullPairs[k][part]++;
        nullTrials[k][part] += of.trials[part];
        addTo(wins[k], of.wins, part);
        for (int slot = part * heads; slot < (part + 1) * heads; slot++) {
          overNull[k][slot] += of.observed[slot] > of.expected[slot] ? 1 : 0;
        }
      }
    }
  }

  /** Adds a sampling unit: the sums of one pair, or of all pairs of a group. */
  void addUnit(PairSums unit) {
    for (int part = 0; part < queries.length; part++) {
      if (unit.queries[part] > 0) {
        share.add(part, unit.mass, unit.queriesBySlot, part * heads);
        contentShare.add(part, unit.mass, unit.content, part * heads);
        for (int k = 0; k < lifts.length; k++) {
          if (unit.nulls[k].trials[part] > 0) {
            lifts[k].add(part, unit.nulls[k].observed, unit.nulls[k].expected, part * heads);
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

  private void addTo(double[] sums, double[] more, int part) {
    for (int slot = part * heads; slot < (part + 1) * heads; slot++) {
      sums[slot] += more[slot];
    }
  }
}
