package io.sextant.profile.pair;

import io.sextant.profile.state.Layout;
import io.sextant.profile.state.SlotArray;

/**
 * One pair's sums by block, for all heads. They are filled map by map, and turned into {@link
 * PairSums} when all maps have been read; reused from batch to batch.
 */
public final class PartitionSums {
  /** What a null model sums by the blocks of its own items. */
  static final class Chance {
    final SlotArray observed;
    final SlotArray expected;

    /** The expected sums by a calibration without a fold. */
    final SlotArray leftOut;

    /** The part of the controls that are outweighed less that of those that outweigh. */
    final SlotArray won;

    /** By block of query: attention to content. */
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

  /** By block of cell: attention, and norm-weighted attention. */
  final SlotArray mass;

  final SlotArray normMass;

  /** By block of cell: queries whose strongest content key is there. */
  final SlotArray hits;

  /** By block of query: attention to content, and norm-weighted attention to all keys. */
  final SlotArray content;

  final SlotArray normTotal;

  /** By null model. */
  final Chance[] nulls;

  /** By {@link Description} and head. */
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
    offsets = new OffsetSums(heads);
  }

  /** Empties the sums for a pair. */
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
