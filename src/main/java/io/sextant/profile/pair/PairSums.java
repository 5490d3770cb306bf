package io.sextant.profile.pair;

import io.sextant.profile.state.Layout;
import io.sextant.profile.state.PartCounts;
import io.sextant.profile.state.SlotArray;
import java.util.List;
import java.util.stream.Stream;

/**
 * The sums of one pair, or of the pairs of a group, over its queries, for every slot; reused from
 * pair to pair.
 */
public final class PairSums {
  /** The sums from which the lift over a null is computed. */
  public static final class NullSums {
    /** For each slot, the observed and the expected attention to targets. */
    public final SlotArray observed;

    public final SlotArray expected;

    /**
     * For each slot, the attention that the null {@code offset} expects by a calibration without
     * the fold of the pair; other nulls do not set it.
     */
    public final SlotArray leftOut;

    public final SlotArray wins;

    /** For each slot, the attention to content of the queries that the null covers. */
    public final SlotArray content;

    /** For each slot, the number of queries that the null covers. */
    public final SlotArray queries;

    /**
     * For each slot, the number of these queries, or of their targets that are compared with
     * controls.
     */
    public final SlotArray compared;

    /** For each part, the greatest number in {@link #compared} over the heads. */
    public final int[] trials;

    NullSums(Layout layout) {
      observed = new SlotArray(layout);
      expected = new SlotArray(layout);
      leftOut = new SlotArray(layout);
      wins = new SlotArray(layout);
      content = new SlotArray(layout);
      queries = new SlotArray(layout);
      compared = new SlotArray(layout);
      trials = new int[layout.parts().size()];
    }

    private List<SlotArray> arrays() {
      return List.of(observed, expected, leftOut, wins, content, queries, compared);
    }
  }

  /** For each slot, the sum of m(i) over the eligible queries. */
  public final SlotArray mass;

  /** For each slot, the attention of the eligible queries to content tokens. */
  public final SlotArray content;

  /** For each slot, the number of eligible queries, which is equal for all heads of a part. */
  public final SlotArray queriesBySlot;

  /** For each slot, the number of eligible queries whose strongest content key is a target. */
  public final SlotArray top1;

  /** For each slot, the share by the mask and the denominator of Clark et al. 2019. */
  public final SlotArray clark;

  /**
   * For each slot, the norm-weighted attention of the eligible queries to targets, and to all keys;
   * 0 if there are no norms.
   */
  public final SlotArray normMass;

  public final SlotArray normTotal;

  /** The sums of each null model. */
  public final NullSums[] nulls;

  /**
   * For each part, the number of eligible queries, and the number of those that have a content key
   * among their targets.
   */
  public final int[] queries;

  public final int[] top1Queries;

  /** For each part, the number of targets that are delimiters. */
  public final int[] delimiterTargets;

  /**
   * For each slot, the number of targets that have a matched control, and of targets that have
   * none, as those that the query cannot see.
   */
  public final SlotArray matched;

  public final SlotArray unmatched;

  /** For each part, whether the mask of Clark et al. has any row. */
  public final boolean[] clarkApplies;

  /**
   * The descriptions, indexed by {@link Description} and head. For a single pair, this array and
   * {@link #offsets} belong to its {@link PartitionSums}.
   */
  public SlotArray descriptions;

  public OffsetSums offsets;

  /** For each part and offset bin, the number of queries that have a content target there. */
  public final PartCounts targetOffsets;

  /** The fold of the calibration sample that is left out; see {@link Calibration#fold}. */
  public int fold;

  /** The number of pairs that are summed. */
  public int pairs = 1;

  /** The number of content tokens, over which the descriptions are averaged. */
  public int contentQueries;

  /** Whether there are heads that do not see all keys. */
  private final boolean local;

  public PairSums(Layout layout) {
    local = layout.isLocal();
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
    matched = new SlotArray(layout);
    unmatched = new SlotArray(layout);
    clarkApplies = new boolean[parts];
    targetOffsets = new PartCounts(layout, OffsetSums.BINS);
  }

  /**
   * Replaces the sums by those of a pair.
   *
   * @param sums the sums by block of all maps of the pair
   * @param models the null models that the maps were read by
   */
  public void take(PreparedPair pair, PartitionSums sums, NullModel[] models) {
    for (int part = 0; part < queries.length; part++) {
      int at = part;
      queries[part] = pair.targets[part].queries();
      top1Queries[part] = pair.top1Queries[part];
      delimiterTargets[part] = pair.delimiterTargets[part];
      matched.fill(part, pair.matched.parts().matched()[part]);
      unmatched.fill(part, pair.matched.parts().unmatched()[part]);
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
          nulls[k].compared.fill(part, nulls[k].trials[part]);
        } else if (local) {
          nulls[k].arrays().forEach(array -> array.fill(at, 0));
        }
      }
    }
    contentQueries = pair.content.length;
    fold = pair.fold;
    descriptions = sums.descriptions;
    offsets = sums.offsets;
    TargetOffsets.count(pair, targetOffsets);
  }

  /**
   * Replaces the sums of the heads of a layer, which do not see all keys, by those of others of the
   * same pair.
   */
  public void takeLayer(PairSums other, int layer, int headsPerLayer) {
    int first = layer * headsPerLayer;
    int end = first + headsPerLayer;
    List<SlotArray> own = arrays();
    for (int i = 0; i < own.size(); i++) {
      own.get(i).copyHeads(other.arrays().get(i), first, end);
    }
    descriptions.copyHeads(other.descriptions, first, end);
    offsets.copyHeads(other.offsets, first, end);
    for (int k = 0; k < nulls.length; k++) {
      for (int part = 0; part < queries.length; part++) {
        nulls[k].trials[part] = Math.max(nulls[k].trials[part], other.nulls[k].trials[part]);
      }
    }
  }

  private List<SlotArray> arrays() {
    return Stream.concat(
            Stream.of(
                mass, content, queriesBySlot, top1, clark, normMass, normTotal, matched, unmatched),
            Stream.of(nulls).flatMap(sums -> sums.arrays().stream()))
        .toList();
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
