package io.sextant.profile;

/** One pair's sums over its queries, for every slot; reused from pair to pair. */
final class PairSums {
  /** What the lifts of a null are made of. */
  static final class NullSums {
    /** By slot. */
    final double[] observed;

    final double[] expected;
    final double[] wins;

    /** By part: queries, or comparisons, that the null says something of. */
    final int[] trials;

    NullSums(Layout layout) {
      observed = new double[layout.slots()];
      expected = new double[layout.slots()];
      wins = new double[layout.slots()];
      trials = new int[layout.parts().size()];
    }
  }

  /** By slot: a = sum of m(i). */
  final double[] mass;

  /** By slot: d = sum of 1 - delimiter mass over the eligible queries. */
  final double[] content;

  /** By slot: b = eligible queries, the same for all heads of a part. */
  final double[] queriesBySlot;

  /** By slot: eligible queries whose strongest content key is a target. */
  final double[] top1;

  /** By slot: the share by Clark et al.'s mask and denominator. */
  final double[] clark;

  /** By slot: sums of norm-weighted attention to targets, and to all keys; 0 without norms. */
  final double[] normMass;

  final double[] normTotal;

  /** By null model. */
  final NullSums[] nulls;

  /** By part: b = eligible queries; and the number that {@link #top1} is out of. */
  final int[] queries;

  final int[] top1Queries;

  /** By part: whether Clark et al.'s mask has any row. */
  final boolean[] clarkApplies;

  /** By {@link Description} and head. */
  final double[][] descriptions;

  final OffsetSums offsets;

  /** By part and offset bin: queries that have a target there. */
  final long[] targetOffsets;

  /** Content tokens, the queries of the descriptions. */
  int contentQueries;

  /** Greatest distance of a row's sum from 1. */
  double worstRowSum;

  PairSums(Layout layout) {
    int parts = layout.parts().size();
    mass = new double[layout.slots()];
    content = new double[layout.slots()];
    queriesBySlot = new double[layout.slots()];
    top1 = new double[layout.slots()];
    clark = new double[layout.slots()];
    normMass = new double[layout.slots()];
    normTotal = new double[layout.slots()];
    nulls = new NullSums[layout.nulls()];
    for (int k = 0; k < nulls.length; k++) {
      nulls[k] = new NullSums(layout);
    }
    queries = new int[parts];
    top1Queries = new int[parts];
    clarkApplies = new boolean[parts];
    descriptions = new double[Description.values().length][layout.heads()];
    offsets = new OffsetSums(layout.heads());
    targetOffsets = new long[parts * OffsetSums.BINS];
  }

  /** Takes what the targets alone decide; the slots are overwritten by {@link HeadScorer}. */
  void start(PairTargets pair) {
    for (int part = 0; part < queries.length; part++) {
      queries[part] = pair.targets[part].queries.length;
      top1Queries[part] = pair.top1Queries[part];
      clarkApplies[part] = pair.clark[part] >= 0;
    }
    contentQueries = pair.content.length;
    worstRowSum = 0;
    offsets.start(pair);
    TargetOffsets.count(pair, targetOffsets);
  }
}
