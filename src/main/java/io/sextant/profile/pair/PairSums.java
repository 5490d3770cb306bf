package io.sextant.profile.pair;

import io.sextant.profile.state.Layout;
import io.sextant.profile.state.PartCounts;
import io.sextant.profile.state.SlotArray;

/** One pair's sums over its queries, for every slot; reused from pair to pair. */
public final class PairSums {
  /** What the lifts of a null are made of. */
  public static final class NullSums {
    /** By slot. */
    public final SlotArray observed;

    public final SlotArray expected;

    /** By slot: expected by a calibration without the fold of the pair; of the null offset only. */
    public final SlotArray leftOut;

    public final SlotArray wins;

    /** By slot: attention to content of the queries that the null says something of. */
    public final SlotArray content;

    /** By part: the number of these queries. */
    public final int[] queries;

    /** By part: these queries, or their targets that are compared. */
    public final int[] trials;

    NullSums(Layout layout) {
      observed = new SlotArray(layout);
      expected = new SlotArray(layout);
      leftOut = new SlotArray(layout);
      wins = new SlotArray(layout);
      content = new SlotArray(layout);
      queries = new int[layout.parts().size()];
      trials = new int[layout.parts().size()];
    }
  }

  /** By slot: a = sum of m(i). */
  public final SlotArray mass;

  /** By slot: d = sum of 1 - delimiter mass over the eligible queries. */
  public final SlotArray content;

  /** By slot: b = eligible queries, the same for all heads of a part. */
  public final SlotArray queriesBySlot;

  /** By slot: eligible queries whose strongest content key is a target. */
  public final SlotArray top1;

  /** By slot: the share by Clark et al.'s mask and denominator. */
  public final SlotArray clark;

  /** By slot: sums of norm-weighted attention to targets, and to all keys; 0 without norms. */
  public final SlotArray normMass;

  public final SlotArray normTotal;

  /** By null model. */
  public final NullSums[] nulls;

  /** By part: b = eligible queries; and the number that {@link #top1} is out of. */
  public final int[] queries;

  public final int[] top1Queries;

  /** By part: targets that are delimiters. */
  public final int[] delimiterTargets;

  /** By part: targets that have matched controls, and targets that have none. */
  public final int[] matched;

  public final int[] unmatched;

  /** By part: whether Clark et al.'s mask has any row. */
  public final boolean[] clarkApplies;

  /** By {@link Description} and head; the pair's own, as are the offsets. */
  public SlotArray descriptions;

  public OffsetSums offsets;

  /** By part and offset bin: queries that have a target there. */
  public final PartCounts targetOffsets;

  /** The fold of the calibration that is left out; see {@link Calibration#fold}. */
  public int fold;

  /** Pairs that these are the sums of: 1, or those of a group. */
  public int pairs = 1;

  /** Content tokens, the queries of the descriptions. */
  public int contentQueries;

  public PairSums(Layout layout) {
    int parts = layout.parts().size();
    mass = new SlotArray(layout);
    content = new SlotArray(layout);
    queriesBySlot = new SlotArray(layout);
    top1 = new SlotArray(layout);
    clark = new SlotArray(layout);
    normMass = new SlotArray(layout);
    normTotal = new SlotArray(layout);
    nulls = new NullSums[layout.nulls()];
    for (int k = 0; k < nulls.length; k++) {
      nulls[k] = new NullSums(layout);
    }
    queries = new int[parts];
    top1Queries = new int[parts];
    delimiterTargets = new int[parts];
    matched = new int[parts];
    unmatched = new int[parts];
    clarkApplies = new boolean[parts];
    targetOffsets = new PartCounts(layout, OffsetSums.BINS);
  }

  /**
   * Takes a pair.
   *
   * @param sums of all its maps, read by those models
   */
  public void take(PreparedPair pair, PartitionSums sums, NullModel[] models) {
    for (int part = 0; part < queries.length; part++) {
      queries[part] = pair.targets[part].queries.length;
      top1Queries[part] = pair.top1Queries[part];
      delimiterTargets[part] = pair.delimiterTargets[part];
      matched[part] = pair.matched.parts().matched()[part];
      unmatched[part] = pair.matched.parts().unmatched()[part];
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
    fold = pair.fold;
    descriptions = sums.descriptions;
    offsets = sums.offsets;
    TargetOffsets.count(pair, targetOffsets);
  }

  private void takePart(PreparedPair pair, int part, PartitionSums sums) {
    pair.cells.sum(part, sums.mass, mass, part);
    pair.cells.sum(part, sums.normMass, normMass, part);
    pair.cells.sum(part, sums.hits, top1, part);
    pair.queries.sum(part, sums.content, content, part);
    pair.queries.sum(part, sums.normTotal, normTotal, part);
    queriesBySlot.fill(part, queries[part]);
  }

  private void takeClark(PreparedPair pair, int part, PartitionSums sums) {
    pair.cells.sum(pair.clark[part], sums.mass, clark, part);
    clark.divide(part, pair.pair.size());
  }
}
