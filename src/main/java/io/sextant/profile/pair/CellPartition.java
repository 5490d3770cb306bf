package io.sextant.profile.pair;

import io.sextant.pattern.Targets;
import io.sextant.profile.state.SlotArray;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

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
  private final long[] sets;

  /**
   * Creates the blocks, in the order of their first items.
   *
   * @param setsOfItems for each item, a bit for each set that contains it
   */
  CellPartition(long[] setsOfItems) {
    Map<Long, Integer> found = new LinkedHashMap<>();
    ofItem = new int[setsOfItems.length];
    int last = -1;
    for (int item = 0; item < ofItem.length; item++) {
      if (item == 0 || setsOfItems[item] != setsOfItems[item - 1]) {
        last = found.computeIfAbsent(setsOfItems[item], absent -> found.size());
      }
      ofItem[item] = last;
    }
    sets = found.keySet().stream().mapToLong(Long::longValue).toArray();
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
    long[] setsOfCells = new long[n * n];
    for (int set = 0; set < sets.size(); set++) {
      Targets targets = sets.get(set);
      for (int r = 0; r < targets.queries(); r++) {
        int row = targets.query(r) * n;
        for (int k = targets.firstRange(r); k < targets.firstRange(r + 1); k++) {
          for (int key = targets.start(k); key < targets.end(k); key++) {
            setsOfCells[row + key] |= 1L << set;
          }
        }
      }
    }
    return new CellPartition(setsOfCells);
  }

  int count() {
    return sets.length;
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
    for (int block = 0; block < sets.length; block++) {
      if (in(block, set)) {
        to.add(part, byBlock, block);
      }
    }
  }
}
