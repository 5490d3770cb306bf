package io.sextant.profile.pair;

import io.sextant.pattern.Targets;
import io.sextant.profile.state.SlotArray;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Partitions items by the sets that contain them: the items of the same sets form one block. Sets
 * overlap and blocks do not, so each item is summed once, however many sets there are, and the sum
 * of a set is that of its blocks. Items that are in no set form a block too.
 */
public final class CellPartition {
  /** Sets that can be told apart. */
  static final int MOST_SETS = Long.SIZE;

  private final int[] ofItem;

  /** By block: a bit for each set that has it. */
  private final long[] sets;

  /**
   * Finds the blocks, in the order of their first items.
   *
   * @param setsOfItems by item: a bit for each set that has it
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
   * The blocks of the cells {@code query * n + key} of a map.
   *
   * @param n positions of the pair
   * @throws IllegalArgumentException if there are more than {@link #MOST_SETS}
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

  /** The block of an item, from 0. */
  int of(int item) {
    return ofItem[item];
  }

  /** Whether any set has the items of a block. */
  boolean inAny(int block) {
    return inAny(block, -1);
  }

  /** Whether any of some sets, a bit each, has them. */
  boolean inAny(int block, long some) {
    return (sets[block] & some) != 0;
  }

  boolean in(int block, int set) {
    return (sets[block] >>> set & 1) != 0;
  }

  /**
   * Sums what a set has, for all heads.
   *
   * @param byBlock has a row for every block
   * @param to takes the sums in the row of the part
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
