package io.sextant.profile.pair;

import io.sextant.profile.state.Layout;
import io.sextant.profile.state.SlotArray;

/**
 * The sums of one pair by block, for all heads. They are filled map by map, and {@link PairSums}
 * are computed from them when all maps have been read. They are reused from batch to batch.
 */
public final class PartitionSums {
  /** The sums of a null model, by the blocks of its own partition. */
  static final class Chance {
    final SlotArray observed;
    final SlotArray expected;

    /** The expected attention by a calibration without the fold of the pair. */
    final SlotArray leftOut;

    /**
     * The fraction of controls with a smaller weight than the target, minus the fraction with a
     * greater one.
     */
    final SlotArray won;

    /** For each block of queries, the attention to content. */
    final SlotArray content;

    private Chance(int heads) {
      observed = new SlotArray(0, heads);
      expected = new SlotArray(0, heads);
      leftOut = new SlotArray(0, heads);
      won = new SlotArray(0, heads);
      content = new SlotArray(0, heads);
    }

    private void start(int items, int queries) {
      observed.restart(items);
      expected.restart(items);
      leftOut.restart(items);
      won.restart(items);
      content.restart(queries);
    }
  }

  /** For each block of cells, the attention and the norm-weighted attention. */
  final SlotArray mass;

  final SlotArray normMass;

  /** For each block of cells, the number of queries whose strongest content key is in it. */
  final SlotArray hits;

  /**
   * For each block of queries, the attention to content and the norm-weighted attention to all
   * keys.
   */
  final SlotArray content;

  final SlotArray normTotal;

  /** The sums of each null model. */
  final Chance[] nulls;

  /** The descriptions, indexed by {@link Description} and head. */
  final SlotArray descriptions;

  final OffsetSums offsets;

  public PartitionSums(Layout layout) {
    int heads = layout.heads();
    mass = new SlotArray(0, heads);
    normMass = new SlotArray(0, heads);
    hits = new SlotArray(0, heads);
    content = new SlotArray(0, heads);
    normTotal = new SlotArray(0, heads);
    nulls = new Chance[layout.nulls()];
    for (int k = 0; k < nulls.length; k++) {
      nulls[k] = new Chance(heads);
    }
    descriptions = new SlotArray(Description.values().length, heads);
    offsets = new OffsetSums(layout);
  }

  /** Resets the sums for a pair. */
  public void start(PreparedPair pair, NullModel[] models) {
    mass.restart(pair.cells.count());
    normMass.restart(pair.cells.count());
    hits.restart(pair.cells.count());
    content.restart(pair.queries.count());
    normTotal.restart(pair.queries.count());
    for (int k = 0; k < nulls.length; k++) {
      nulls[k].start(models[k].partition(pair).count(), models[k].queries(pair).count());
    }
    offsets.start(pair);
  }
}
