package io.sextant.profile.pair;

import io.sextant.attention.AttentionMap;
import io.sextant.text.EncodedPair;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The rows of a pair's map, grouped by the blocks in which most of their cells are. The rows of a
 * group are first added key by key, in single precision and at most {@value #MOST_ADDED} at a time;
 * only these sums are then added up by block. The processor adds whole rows several keys at a time,
 * but not the keys of one row.
 *
 * <pre>
 *   key        0 1 2 3 4 5
 *   query 1    d a a s b b     These rows are alike: their keys of sentence A are mostly in block
 *   query 2    d a c s b b     a, those of sentence B in b. Cells in other blocks, as c, and those
 *   query 3    d a a s b c     of delimiters are not summed here.
 * </pre>
 */
final class AlikeRows {
  /** A group has at least so many rows; fewer are faster summed cell by cell. */
  private static final int LEAST = 3;

  /** The greatest number of rows that are added in single precision. */
  private static final int MOST_ADDED = 32;

  /** A sentence without keys is in no block. */
  private static final int NONE = -1;

  /**
   * A group of rows.
   *
   * @param queries the block of their queries
   * @param first the block of most keys in sentence A
   * @param second the block of most keys in sentence B, or {@link #NONE}
   * @param tokens the number of tokens of each query
   */
  private record Group(int queries, int first, int second, int tokens) {
    int block(int segment) {
      return segment == 0 ? first : second;
    }
  }

  private final WordView view;
  private final Map<Group, Integer> numbers = new HashMap<>();
  private final Group[] groups;

  /** For each position of the view, its group, or {@link #NONE}. */
  private final int[] groupOf;

  /** The sum of the rows of each group that have been added, by token, and their number. */
  private final float[][] sums;

  private final int[] added;

  /** The current row. */
  private final float[] row;

  /**
   * Groups the rows.
   *
   * @param cells the partition of the cells {@code query * n + key} between the n positions
   * @param queries the partition of the positions
   */
  AlikeRows(CellPartition cells, CellPartition queries, WordView view) {
    this.view = view;
    groupOf = new int[view.size()];
    int[] counts = new int[cells.count()];
    int[] sizes = new int[view.size()];
    for (int query = 0; query < groupOf.length; query++) {
      Group group =
          new Group(
              queries.of(query),
              mostFrequent(cells, query, 0, counts),
              mostFrequent(cells, query, 1, counts),
              view.tokens(query));
      groupOf[query] = numbers.computeIfAbsent(group, absent -> numbers.size());
      sizes[groupOf[query]]++;
    }
    groups = new Group[numbers.size()];
    numbers.forEach((group, number) -> groups[number] = group);
    for (int query = 0; query < groupOf.length; query++) {
      groupOf[query] = sizes[groupOf[query]] < LEAST ? NONE : groupOf[query];
    }
    sums = new float[groups.length][];
    for (int group = 0; group < groups.length; group++) {
      sums[group] = sizes[group] < LEAST ? new float[0] : new float[view.tokens()];
    }
    added = new int[groups.length];
    row = new float[view.tokens()];
  }

  /** Returns the block of most of a query's keys in a sentence. */
  private int mostFrequent(CellPartition cells, int query, int segment, int[] counts) {
    EncodedPair pair = view.pair();
    int first = query * view.size() + pair.sentenceStart(segment);
    int end = query * view.size() + pair.sentenceEnd(segment);
    int most = NONE;
    for (int cell = first; cell < end; cell++) {
      int block = cells.of(cell);
      counts[block]++;
      most = most == NONE || counts[block] > counts[most] ? block : most;
    }
    for (int cell = first; cell < end; cell++) {
      counts[cells.of(cell)] = 0;
    }
    return most;
  }

  /** Returns the block whose cells are summed here for a query and the keys of a sentence. */
  int block(int query, int segment) {
    return segment < 0 || groupOf[query] == NONE ? NONE : groups[groupOf[query]].block(segment);
  }

  /**
   * Adds the sums of one head.
   *
   * @param h the index of the head in the map
   * @param head the index of the head over all layers
   * @param others the cells of the rows that are summed one by one
   */
  void sum(AttentionMap map, int h, int head, PartitionCells others, PartitionSums to) {
    for (int query = 0; query < groupOf.length; query++) {
      int group = groupOf[query];
      if (group != NONE) {
        for (int token = view.firstToken()[query]; token < view.firstToken()[query + 1]; token++) {
          System.arraycopy(map.weights(), map.row(h, token), row, 0, row.length);
          others.clear(query, row);
          add(row, sums[group]);
          if (++added[group] == MOST_ADDED) {
            addUp(group, map, h, head, to);
          }
        }
      }
    }
    for (int group = 0; group < groups.length; group++) {
      if (added[group] > 0) {
        addUp(group, map, h, head, to);
      }
    }
  }

  private static void add(float[] row, float[] to) {
    for (int key = 0; key < row.length; key++) {
      to[key] += row[key];
    }
  }

  /** Adds up the rows of a group that have been added, and starts anew. */
  private void addUp(int group, AttentionMap map, int h, int head, PartitionSums to) {
    Group of = groups[group];
    int last = of.second() == NONE ? 0 : 1;
    for (int segment = 0; segment <= last; segment++) {
      int first = view.firstToken()[view.pair().sentenceStart(segment)];
      int end = view.firstToken()[view.pair().sentenceEnd(segment)];
      double mass = sum(sums[group], first, end) / of.tokens();
      to.mass.add(of.block(segment), head, mass);
      if (map.hasNorms()) {
        int norms = h * map.size();
        double normMass = product(sums[group], map.norms(), norms, first, end) / of.tokens();
        to.normMass.add(of.block(segment), head, normMass);
        to.normTotal.add(of.queries(), head, normMass);
      }
    }
    Arrays.fill(sums[group], 0);
    added[group] = 0;
  }

  // Each addition waits for the one before it; four sums keep the processor busy.

  private static double sum(float[] of, int first, int end) {
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    int key = first;
    for (; key < end - 3; key += 4) {
      a += of[key];
      b += of[key + 1];
      c += of[key + 2];
      d += of[key + 3];
    }
    for (; key < end; key++) {
      a += of[key];
    }
    return a + b + (c + d);
  }

  private static double product(float[] of, float[] norms, int shift, int first, int end) {
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    int key = first;
    for (; key < end - 3; key += 4) {
      a += (double) of[key] * norms[shift + key];
      b += (double) of[key + 1] * norms[shift + key + 1];
      c += (double) of[key + 2] * norms[shift + key + 2];
      d += (double) of[key + 3] * norms[shift + key + 3];
    }
    for (; key < end; key++) {
      a += (double) of[key] * norms[shift + key];
    }
    return a + b + (c + d);
  }
}
