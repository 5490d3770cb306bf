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
  final SlotArray macro;

  final SlotArray top1;
  final SlotArray clark;

  /** By slot: norm-weighted attention to targets, and to all keys. */
  final SlotArray normMass;

  final SlotArray normTotal;

  /** By null and slot: pairs over their own null, comparisons won. */
  final SlotArray[] overNull;

  final SlotArray[] wins;

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
    overNull = new SlotArray[nulls];
    wins = new SlotArray[nulls];
    for (int k = 0; k < nulls; k++) {
      lifts[k] = new PairedMoments(parts, heads);
      overNull[k] = new SlotArray(layout);
      wins[k] = new SlotArray(layout);
    }
    partPairs = new long[parts];
    queries = new long[parts];
    top1Queries = new long[parts];
    clarkPairs = new long[parts];
    targetOffsets = new long[parts * OffsetSums.BINS];
    nullPairs = new long[nulls][parts];
    nullTrials = new long[nulls][parts];
    macro = new SlotArray(layout);
    top1 = new SlotArray(layout);
    clark = new SlotArray(layout);
    normMass = new SlotArray(layout);
    normTotal = new SlotArray(layout);
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
        clark.add(part, pair.clark, of);
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
    top1.add(part, pair.top1, of);
    normMass.add(part, pair.normMass, of);
    normTotal.add(part, pair.normTotal, of);
    for (int bin = 0; bin < OffsetSums.BINS; bin++) {
      targetOffsets[part * OffsetSums.BINS + bin] += pair.targetOffsets[of * OffsetSums.BINS + bin];
    }
    for (int head = 0; head < heads; head++) {
      macro.add(part, head, pair.mass.at(of, head) / pair.queries[of]);
    }
    for (int k = 0; k < lifts.length; k++) {
      PairSums.NullSums sums = pair.nulls[k];
      if (sums.trials[of] > 0) {
        nullPairs[k][part]++;
        nullTrials[k][part] += sums.trials[of];
        wins[k].add(part, sums.wins, of);
        for (int head = 0; head < heads; head++) {
          boolean over = sums.observed.at(of, head) > sums.expected.at(of, head);
          overNull[k].add(part, head, over ? 1 : 0);
        }
      }
    }
  }

  /** Adds a sampling unit: the sums of one pair, or of all pairs of a group. */
  void addUnit(PairSums unit) {
    for (int part = 0; part < queries.length; part++) {
      int of = layout.origin(part);
      if (unit.queries[of] > 0) {
        share.add(part, unit.mass, unit.queriesBySlot, of);
        contentShare.add(part, unit.mass, unit.content, of);
        for (int k = 0; k < lifts.length; k++) {
          if (unit.nulls[k].trials[of] > 0) {
            lifts[k].add(part, unit.nulls[k].observed, unit.nulls[k].expected, of);
          }
        }
      }
    }
  }

  /** The part's share of norm-weighted attention; NaN if no norms were read. */
  double normShare(int part, int head) {
    return normMass.at(part, head) / normTotal.at(part, head);
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
    SlotArray[] otherSums = other.sums();
    SlotArray[] sums = sums();
    for (int i = 0; i < sums.length; i++) {
      sums[i].merge(otherSums[i]);
    }
    for (int d = 0; d < descriptions.length; d++) {
      StateArrays.add(descriptions[d], other.descriptions[d]);
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
    for (SlotArray sums : sums()) {
      sums.write(out);
    }
    for (double[] sums : descriptions) {
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
    for (SlotArray sums : sums()) {
      sums.read(in);
    }
    for (double[] sums : descriptions) {
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
  private SlotArray[] sums() {
    return StateArrays.join(
        new SlotArray[] {macro, top1, clark, normMass, normTotal}, overNull, wins);
  }
}
