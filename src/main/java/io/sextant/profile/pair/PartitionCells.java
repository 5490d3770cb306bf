package io.sextant.profile.pair;

import io.sextant.attention.AttentionMap;
import java.util.Arrays;

/**
 * The cells of a pair's map block by block, in the order in which they are summed: the cells of one
 * column together, for they share the norm of its key. Cells between words are summed over those of
 * their tokens: what goes to a word is the sum over its tokens, what comes from a word the mean.
 */
final class PartitionCells {
  /** Heads that are read at a time: a sum waits for the one before it, not for other heads'. */
  private static final int AT_ONCE = 4;

  /** By cell: {@code query * tokens + key}, both tokens. */
  private final int[] cells;

  /** By column: its first cell, its key, and 1 over the tokens of its queries. */
  private final int[] firstCell;

  private final int[] keys;
  private final double[] shares;

  /** By block: its first column. Here as above the next one's first is the end. */
  private final int[] firstColumn;

  /**
   * Lays the cells out.
   *
   * @param partition of the cells {@code query * n + key} between the n positions of the view
   */
  PartitionCells(CellPartition partition, WordView view) {
    int most = 1;
    for (int position = 0; position < view.size(); position++) {
      most = Math.max(most, view.tokens(position));
    }
    int[] firstOfBucket = buckets(partition, view, most);
    int all = firstOfBucket[firstOfBucket.length - 1];
    cells = new int[all];
    int tokens = view.tokens();
    int[] ends = firstOfBucket.clone();
    for (int key = 0; key < view.size(); key++) {
      for (int token = view.firstToken()[key]; token < view.firstToken()[key + 1]; token++) {
        place(partition, view, most, key, token, ends);
      }
    }
    firstCell = new int[all + 1];
    keys = new int[all];
    shares = new double[all];
    firstColumn = new int[partition.count() + 1];
    int columns = 0;
    for (int bucket = 0; bucket < firstOfBucket.length - 1; bucket++) {
      for (int cell = firstOfBucket[bucket]; cell < firstOfBucket[bucket + 1]; cell++) {
        int key = cells[cell] % tokens;
        if (cell == firstOfBucket[bucket] || key != keys[columns - 1]) {
          firstCell[columns] = cell;
          keys[columns] = key;
          shares[columns++] = 1. / (bucket % most + 1);
        }
      }
      firstColumn[bucket / most + 1] = columns;
    }
    firstCell[columns] = all;
  }

  /** Places the cells of one column. */
  private void place(
      CellPartition partition, WordView view, int most, int key, int token, int[] ends) {
    for (int query = 0; query < view.size(); query++) {
      int block = partition.of(query * view.size() + key);
      if (partition.inAny(block)) {
        int bucket = block * most + view.tokens(query) - 1;
        for (int q = view.firstToken()[query]; q < view.firstToken()[query + 1]; q++) {
          cells[ends[bucket]++] = q * view.tokens() + token;
        }
      }
    }
  }

  /** Where the cells of each block and number of tokens of the query begin; and the end. */
  private static int[] buckets(CellPartition partition, WordView view, int most) {
    int[] first = new int[partition.count() * most + 1];
    for (int query = 0; query < view.size(); query++) {
      int tokens = view.tokens(query);
      for (int key = 0; key < view.size(); key++) {
        int block = partition.of(query * view.size() + key);
        if (partition.inAny(block)) {
          first[block * most + tokens] += tokens * view.tokens(key);
        }
      }
    }
    Arrays.parallelPrefix(first, Integer::sum);
    return first;
  }

  /**
   * Sums all heads of a layer by block.
   *
   * @param map of the pair's tokens
   * @param layer counted from 0
   * @param sums takes attention and norm-weighted attention; the latter is 0 without norms
   */
  void sum(AttentionMap map, int layer, PartitionSums sums) {
    float[] norms = map.hasNorms() ? map.norms() : new float[map.heads() * map.size()];
    int last = map.heads() - 1;
    int[] heads = new int[AT_ONCE];
    for (int h = 0; h <= last; h += AT_ONCE) {
      for (int i = 0; i < AT_ONCE; i++) {
        heads[i] = Math.min(h + i, last);
      }
      for (int block = 0; block < firstColumn.length - 1; block++) {
        sum(block, map, norms, heads, layer * map.heads(), sums);
      }
    }
  }

  /**
   * Sums one block for {@value #AT_ONCE} heads of a layer, column by column:
   *
   * <pre>
   *            key 3   key 7
   *   query 1    x               Cells of the block are marked. A column is summed first, by itself,
   *   query 4    x       x       then weighed by its key's norm and by 1 over the tokens of its
   *   query 5            x       queries' words: two multiplications a column, none a cell.
   * </pre>
   *
   * The four heads are written out one by one, for then the processor works on four sums at once;
   * as a loop over heads the same sums wait for each other.
   *
   * @param firstHead the number of the layer's first head over all layers
   */
  private void sum(
      int block, AttentionMap map, float[] norms, int[] heads, int firstHead, PartitionSums sums) {
    float[] weights = map.weights();
    int n = map.size();
    int a = heads[0] * n;
    int b = heads[1] * n;
    int c = heads[2] * n;
    int d = heads[3] * n;
    double massA = 0;
    double massB = 0;
    double massC = 0;
    double massD = 0;
    double normA = 0;
    double normB = 0;
    double normC = 0;
    double normD = 0;
    for (int column = firstColumn[block]; column < firstColumn[block + 1]; column++) {
      double columnA = 0;
      double columnB = 0;
      double columnC = 0;
      double columnD = 0;
      int end = firstCell[column + 1];
      for (int i = firstCell[column]; i < end; i++) {
        int cell = cells[i];
        columnA += weights[a * n + cell];
        columnB += weights[b * n + cell];
        columnC += weights[c * n + cell];
        columnD += weights[d * n + cell];
      }
      double share = shares[column];
      int key = keys[column];
      massA += share * columnA;
      massB += share * columnB;
      massC += share * columnC;
      massD += share * columnD;
      normA += share * columnA * norms[a + key];
      normB += share * columnB * norms[b + key];
      normC += share * columnC * norms[c + key];
      normD += share * columnD * norms[d + key];
    }
    sums.mass.set(block, firstHead + heads[0], massA);
    sums.mass.set(block, firstHead + heads[1], massB);
    sums.mass.set(block, firstHead + heads[2], massC);
    sums.mass.set(block, firstHead + heads[3], massD);
    sums.normMass.set(block, firstHead + heads[0], normA);
    sums.normMass.set(block, firstHead + heads[1], normB);
    sums.normMass.set(block, firstHead + heads[2], normC);
    sums.normMass.set(block, firstHead + heads[3], normD);
  }
}
