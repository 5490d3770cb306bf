package io.sextant.profile.pair;

import io.sextant.math.SplitMix;
import io.sextant.pattern.Targets;
import io.sextant.profile.state.SlotArray;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A partition of items into blocks, such that the items of a block are in exactly the same sets.
 * Sets overlap and blocks do not. Therefore each item is summed once, whatever the number of sets,
 * and the sum of a set is the sum of its blocks. The items that are in no set form a block too.
 */
public final class CellPartition {
  /** The greatest number of sets. */
  static final int MOST_SETS = Long.SIZE;

  private final int[] ofItem;

  /** For each block, a bit for each set that contains it. */
  private long[] sets = new long[64];

  private int count;

  /** A hash table of the blocks: 1 plus a block, or 0, at a place given by its sets. */
  private int[] places = new int[256];

  private CellPartition(int items) {
    ofItem = new int[items];
  }

  /**
   * Creates the blocks, in the order of their first items.
   *
   * @param setsOfItems for each item, a bit for each set that contains it
   */
  CellPartition(long[] setsOfItems) {
    this(setsOfItems.length);
    addRow(setsOfItems, 0);
  }

  /**
   * Returns the partition of the cells {@code query * n + key} of a map by the given sets of
   * targets.
   *
   * @param n the number of positions of the pair
   * @throws IllegalArgumentException if there are more than {@link #MOST_SETS} sets
   */
  static CellPartition ofCells(List<Targets> sets, int n) {
    if (sets.size() > MOST_SETS) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%d sets of targets, not the %d that can be told apart",
              sets.size(),
              MOST_SETS));
    }
    CellPartition partition = new CellPartition(n * n);
    int[] nextRow = new int[sets.size()];
    long[] setsOfKeys = new long[n];
    for (int query = 0; query < n; query++) {
      Arrays.fill(setsOfKeys, 0);
      for (int set = 0; set < nextRow.length; set++) {
        Targets targets = sets.get(set);
        if (nextRow[set] < targets.queries() && targets.query(nextRow[set]) == query) {
          addSet(targets, nextRow[set]++, 1L << set, setsOfKeys);
        }
      }
      partition.addRow(setsOfKeys, query * n);
    }
    return partition;
  }

  private static void addSet(Targets targets, int r, long bit, long[] setsOfKeys) {
    for (int k = targets.firstRange(r); k < targets.firstRange(r + 1); k++) {
      for (int key = targets.start(k); key < targets.end(k); key++) {
        setsOfKeys[key] |= bit;
      }
    }
  }

  /** Sets the blocks of adjacent items. An item is often in the block of the one a row before. */
  private void addRow(long[] setsOfItems, int firstItem) {
    int block = -1;
    for (int i = 0; i < setsOfItems.length; i++) {
      if (i == 0 || setsOfItems[i] != setsOfItems[i - 1]) {
        int above = firstItem + i - setsOfItems.length;
        boolean isAbove = above >= 0 && sets[ofItem[above]] == setsOfItems[i];
        block = isAbove ? ofItem[above] : block(setsOfItems[i]);
      }
      ofItem[firstItem + i] = block;
    }
  }

  private int block(long setsOfItem) {
    int place = place(setsOfItem);
    if (places[place] == 0) {
      if (count == sets.length) {
        sets = Arrays.copyOf(sets, 2 * count);
        places = new int[2 * places.length];
        for (int block = 0; block < count; block++) {
          places[place(sets[block])] = block + 1;
        }
        place = place(setsOfItem);
      }
      sets[count++] = setsOfItem;
      places[place] = count;
    }
    return places[place] - 1;
  }

  /** Returns the place of a block in {@link #places}, or the empty one where it would be. */
  private int place(long setsOfItem) {
    int mask = places.length - 1;
    int place = (int) SplitMix.step(0, setsOfItem) & mask;
    while (places[place] != 0 && sets[places[place] - 1] != setsOfItem) {
      place = place + 1 & mask;
    }
    return place;
  }

  int count() {
    return count;
  }

  /** Returns the block of an item, from 0. */
  int of(int item) {
    return ofItem[item];
  }

  /** Returns whether any set contains a block. */
  boolean inAny(int block) {
    return inAny(block, -1);
  }

  /** Returns whether any of the given sets, one bit each, contains a block. */
  boolean inAny(int block, long some) {
    return (sets[block] & some) != 0;
  }

  boolean in(int block, int set) {
    return (sets[block] >>> set & 1) != 0;
  }

  /**
   * Sums the blocks of a set, for all heads.
   *
   * @param byBlock an array with a row for every block
   * @param to the array whose row {@code part} is overwritten with the sums
   */
  void sum(int set, SlotArray byBlock, SlotArray to, int part) {
    to.fill(part, 0);
    for (int block = 0; block < count; block++) {
      if (in(block, set)) {
        to.add(part, byBlock, block);
      }
    }
  }
}
