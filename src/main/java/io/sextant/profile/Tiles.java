package io.sextant.profile;

import io.sextant.pattern.Targets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A pair's map cut into tiles: runs of keys of one query that the same sets of targets have. Sets
 * overlap, tiles do not, so that each weight is summed once, whatever the number of sets. Tiles of
 * the same sets are of one kind.
 */
final class Tiles {
  /** Sets that can be told apart. */
  static final int MOST_SETS = Long.SIZE;

  /** {@code setsAt[query * n + key]}: a bit for each set that has the cell. */
  final long[] setsAt;

  /** By tile, kind after kind: where it begins and ends in {@link RunningSums#upTo}. */
  private final int[] from;

  private final int[] to;

  /** By kind: its first tile; a kind ends where the next one begins. */
  private final int[] firstTile;

  /** By set: its kinds. */
  private final int[][] kinds;

  /**
   * Cuts a map.
   *
   * @param n positions of the pair
   * @throws IllegalArgumentException if there are more than {@link #MOST_SETS}
   */
  Tiles(List<Targets> sets, int n) {
    if (sets.size() > MOST_SETS) {
      throw new IllegalArgumentException(
          "%d sets of targets, not the %d that can be told apart"
              .formatted(sets.size(), MOST_SETS));
    }
    setsAt = new long[n * n];
    for (int set = 0; set < sets.size(); set++) {
      mark(sets.get(set), 1L << set, n);
    }
    List<int[]> tiles = new ArrayList<>();
    Map<Long, Integer> kindBySets = new LinkedHashMap<>();
    for (int query = 0; query < n; query++) {
      for (int key = 0, end; key < n; key = end) {
        long of = setsAt[query * n + key];
        end = key + 1;
        while (end < n && setsAt[query * n + end] == of) {
          end++;
        }
        if (of != 0) {
          int kind = kindBySets.computeIfAbsent(of, absent -> kindBySets.size());
          tiles.add(new int[] {RunningSums.at(n, query, key), RunningSums.at(n, query, end), kind});
        }
      }
    }
    tiles.sort(Comparator.comparingInt(tile -> tile[2]));
    from = tiles.stream().mapToInt(tile -> tile[0]).toArray();
    to = tiles.stream().mapToInt(tile -> tile[1]).toArray();
    int numberOfKinds = kindBySets.size();
    firstTile = new int[numberOfKinds + 1];
    for (int[] tile : tiles) {
      firstTile[tile[2] + 1]++;
    }
    Arrays.parallelPrefix(firstTile, Integer::sum);
    kinds = new int[sets.size()][];
    List<Long> setsOfKinds = List.copyOf(kindBySets.keySet());
    for (int set = 0; set < kinds.length; set++) {
      int[] found = new int[numberOfKinds];
      int count = 0;
      for (int kind = 0; kind < numberOfKinds; kind++) {
        found[count] = kind;
        count += (int) (setsOfKinds.get(kind) >>> set & 1);
      }
      kinds[set] = Arrays.copyOf(found, count);
    }
  }

  private void mark(Targets targets, long bit, int n) {
    for (int r = 0; r < targets.queries(); r++) {
      int row = targets.query(r) * n;
      for (int k = targets.firstRange(r); k < targets.firstRange(r + 1); k++) {
        for (int key = targets.start(k); key < targets.end(k); key++) {
          setsAt[row + key] |= bit;
        }
      }
    }
  }

  /**
   * Sums a head's map by kind.
   *
   * @param byKind takes the sums
   * @return the same, or a longer array if it was too short
   */
  double[] sum(RunningSums sums, double[] byKind) {
    int numberOfKinds = firstTile.length - 1;
    double[] found = byKind.length < numberOfKinds ? new double[numberOfKinds] : byKind;
    double[] upTo = sums.upTo;
    for (int kind = 0; kind < numberOfKinds; kind++) {
      double sum = 0;
      for (int tile = firstTile[kind]; tile < firstTile[kind + 1]; tile++) {
        sum += upTo[to[tile]] - upTo[from[tile]];
      }
      found[kind] = sum;
    }
    return found;
  }

  /** What all queries of a set give to their targets. */
  double mass(int set, double[] byKind) {
    double mass = 0;
    for (int kind : kinds[set]) {
      mass += byKind[kind];
    }
    return mass;
  }
}
