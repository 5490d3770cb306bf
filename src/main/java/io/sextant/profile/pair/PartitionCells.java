package io.sextant.profile.pair;

import io.sextant.attention.AttentionMap;
import io.sextant.profile.state.SlotArray;
import java.util.Arrays;

/**
 * The cells of a pair's map in the order in which they are summed: row by row, and within a row
 * block by block. Cells between words are sums over the cells between their tokens: attention to a
 * word is the sum over its tokens, and attention from a word is the mean over its tokens.
 *
 * <pre>
 *   key        0 1 2 3 4 5 6
 *   query 1    a b a d c a c     is read as   a: 0 2 5   b: 1   c: 4 6   d: 3
 * </pre>
 */
final class PartitionCells {
  /**
   * The number of heads that are summed at a time. Their sums are independent of each other, so
   * that the processor can compute them in parallel.
   */
  private static final int AT_ONCE = 4;

  private final WordView view;
  private final int blocks;

  /** The positions, partitioned by the sums of norm-weighted attention to all keys. */
  private final CellPartition queries;

  /** For each position of the view, the index of its first group; a further entry is the end. */
  private final int[] firstGroup;

  /** For each group, which has the keys of one query in one block, the block and its first key. */
  private int[] blockOf;

  private int[] firstKey;

  /** The keys, which are tokens, of all groups. */
  private int[] keys;

  /** For the current heads, the norm of every key, indexed by key and head. */
  private double[] norms = new double[0];

  /** For the current heads, the sums indexed by block and head. */
  private final double[] mass;

  private final double[] normMass;

  /** For the current heads, the norm-weighted attention by block of queries and head. */
  private final double[] normTotal;

  /**
   * Creates the groups.
   *
   * @param partition the partition of the cells {@code query * n + key} between the n positions of
   *     the view
   * @param queries the partition of the positions
   */
  PartitionCells(CellPartition partition, CellPartition queries, WordView view) {
    this.view = view;
    this.queries = queries;
    blocks = partition.count();
    mass = new double[AT_ONCE * blocks];
    normMass = new double[AT_ONCE * blocks];
    normTotal = new double[AT_ONCE * queries.count()];
    firstGroup = new int[view.size() + 1];
    keys = new int[view.size() * view.tokens()];
    blockOf = new int[8 * view.size()];
    firstKey = new int[8 * view.size() + 1];
    int[] ends = new int[blocks];
    for (int query = 0; query < view.size(); query++) {
      firstGroup[query + 1] = addRow(partition, query, firstGroup[query], ends);
    }
  }

  /**
   * Adds the groups of a query after those that there are.
   *
   * @param ends zeros, one for every block, which are zeros again afterwards
   * @return the number of groups that there are then
   */
  private int addRow(CellPartition partition, int query, int before, int[] ends) {
    int row = query * view.size();
    int groups = before;
    boolean all = queries.inAny(queries.of(query));
    for (int key = 0; key < view.size(); key++) {
      int block = partition.of(row + key);
      if (all || partition.inAny(block)) {
        if (ends[block] == 0) {
          reserve(groups + 1);
          blockOf[groups++] = block;
        }
        ends[block] += view.tokens(key);
      }
    }
    for (int group = before; group < groups; group++) {
      firstKey[group + 1] = firstKey[group] + ends[blockOf[group]];
      ends[blockOf[group]] = firstKey[group];
    }
    for (int key = 0; key < view.size(); key++) {
      int block = partition.of(row + key);
      if (all || partition.inAny(block)) {
        for (int token = view.firstToken()[key]; token < view.firstToken()[key + 1]; token++) {
          keys[ends[block]++] = token;
        }
      }
    }
    for (int group = before; group < groups; group++) {
      ends[blockOf[group]] = 0;
    }
    return groups;
  }

  private void reserve(int groups) {
    if (groups > blockOf.length) {
      blockOf = Arrays.copyOf(blockOf, 2 * groups);
      firstKey = Arrays.copyOf(firstKey, 2 * groups + 1);
    }
  }

  /**
   * Sums all heads of a layer by block.
   *
   * @param map the attention between the tokens of the pair
   * @param layer the layer, from 0
   * @param sums receives the attention and the norm-weighted attention by block of cells, and the
   *     latter also by block of queries; the latter are 0 if there are no norms
   */
  void sum(AttentionMap map, int layer, PartitionSums sums) {
    int last = map.heads() - 1;
    int[] heads = new int[AT_ONCE];
    for (int h = 0; h <= last; h += AT_ONCE) {
      for (int i = 0; i < AT_ONCE; i++) {
        heads[i] = Math.min(h + i, last);
      }
      readNorms(map, heads);
      Arrays.fill(mass, 0);
      Arrays.fill(normMass, 0);
      Arrays.fill(normTotal, 0);
      for (int query = 0; query < view.size(); query++) {
        for (int row = view.firstToken()[query]; row < view.firstToken()[query + 1]; row++) {
          sumRow(map, heads, query, row);
        }
      }
      for (int i = 0; i < AT_ONCE && h + i <= last; i++) {
        int head = layer * map.heads() + h + i;
        copy(mass, i, sums.mass, head);
        copy(normMass, i, sums.normMass, head);
        copy(normTotal, i, sums.normTotal, head);
      }
    }
  }

  private static void copy(double[] from, int i, SlotArray to, int head) {
    for (int block = 0; block < from.length / AT_ONCE; block++) {
      to.set(block, head, from[AT_ONCE * block + i]);
    }
  }

  private void readNorms(AttentionMap map, int[] heads) {
    int n = map.size();
    if (norms.length < AT_ONCE * n) {
      norms = new double[AT_ONCE * n];
    }
    for (int i = 0; map.hasNorms() && i < AT_ONCE; i++) {
      for (int key = 0; key < n; key++) {
        norms[AT_ONCE * key + i] = map.norms()[heads[i] * n + key];
      }
    }
  }

  /**
   * Adds one row of each of the heads. The four heads are written out one by one, because the
   * processor then computes their sums at the same time, which it does not in a loop over the
   * heads.
   *
   * @param query the position of the view that the row belongs to
   * @param row the token whose row is read
   */
  private void sumRow(AttentionMap map, int[] heads, int query, int row) {
    float[] weights = map.weights();
    int a = map.row(heads[0], row);
    int b = map.row(heads[1], row);
    int c = map.row(heads[2], row);
    int d = map.row(heads[3], row);
    double share = 1. / view.tokens(query);
    double totalA = 0;
    double totalB = 0;
    double totalC = 0;
    double totalD = 0;
    for (int group = firstGroup[query]; group < firstGroup[query + 1]; group++) {
      double massA = 0;
      double massB = 0;
      double massC = 0;
      double massD = 0;
      double normA = 0;
      double normB = 0;
      double normC = 0;
      double normD = 0;
      int end = firstKey[group + 1];
      for (int i = firstKey[group]; i < end; i++) {
        int key = keys[i];
        int norm = AT_ONCE * key;
        double ofA = weights[a + key];
        double ofB = weights[b + key];
        double ofC = weights[c + key];
        double ofD = weights[d + key];
        massA += ofA;
        massB += ofB;
        massC += ofC;
        massD += ofD;
        normA += ofA * norms[norm];
        normB += ofB * norms[norm + 1];
        normC += ofC * norms[norm + 2];
        normD += ofD * norms[norm + 3];
      }
      int block = AT_ONCE * blockOf[group];
      mass[block] += share * massA;
      mass[block + 1] += share * massB;
      mass[block + 2] += share * massC;
      mass[block + 3] += share * massD;
      normMass[block] += share * normA;
      normMass[block + 1] += share * normB;
      normMass[block + 2] += share * normC;
      normMass[block + 3] += share * normD;
      totalA += normA;
      totalB += normB;
      totalC += normC;
      totalD += normD;
    }
    int of = AT_ONCE * queries.of(query);
    normTotal[of] += share * totalA;
    normTotal[of + 1] += share * totalB;
    normTotal[of + 2] += share * totalC;
    normTotal[of + 3] += share * totalD;
  }
}
