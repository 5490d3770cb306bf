package io.sextant.profile;

import java.util.Arrays;

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

  /** By {@link Description} and head; the pair's own, as are the offsets. */
  double[][] descriptions;

  OffsetSums offsets;

  /** By part and offset bin: queries that have a target there. */
  final long[] targetOffsets;

  /** Content tokens, the queries of the descriptions. */
  int contentQueries;

  private final int heads;

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
    heads = layout.heads();
    targetOffsets = new long[parts * OffsetSums.BINS];
  }

  /**
   * Takes a pair.
   *
   * @param sums of all its maps, read by those models
   */
  void take(PairTargets pair, KindSums sums, NullModel[] models) {
    for (int part = 0; part < queries.length; part++) {
      queries[part] = pair.targets[part].queries.length;
      top1Queries[part] = pair.top1Queries[part];
      clarkApplies[part] = pair.clark[part] >= 0;
      if (queries[part] > 0) {
        takePart(pair, part, sums);
      }
      if (clarkApplies[part]) {
        takeClark(pair, part, sums);
      }
      for (int k = 0; k < models.length; k++) {
        boolean applies = models[k].appliesTo(pair.families[part]);
        nulls[k].trials[part] = applies ? models[k].trials(pair, part) : 0;
        if (nulls[k].trials[part] > 0) {
          models[k].sum(pair, part, this, sums.nulls[k], nulls[k]);
        }
      }
    }
    contentQueries = pair.content.length;
    descriptions = sums.descriptions;
    offsets = sums.offsets;
    TargetOffsets.count(pair, targetOffsets);
  }

  private void takePart(PairTargets pair, int part, KindSums sums) {
    int at = part * heads;
    pair.cells.sum(part, sums.mass, heads, mass, at);
    pair.cells.sum(part, sums.normMass, heads, normMass, at);
    pair.cells.sum(part, sums.hits, heads, top1, at);
    pair.queries.sum(part, sums.content, heads, content, at);
    pair.queries.sum(part, sums.normTotal, heads, normTotal, at);
    Arrays.fill(queriesBySlot, at, at + heads, queries[part]);
  }

  private void takeClark(PairTargets pair, int part, KindSums sums) {
    int at = part * heads;
    pair.cells.sum(pair.clark[part], sums.mass, heads, clark, at);
    for (int slot = at; slot < at + heads; slot++) {
      clark[slot] /= pair.pair.size();
    }
  }
}
