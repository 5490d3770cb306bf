package io.sextant.profile.pair;

import io.sextant.attention.AttentionMap;
import java.util.Arrays;

/**
 * The cells of a pair's map in the order in which they are summed: by block, and within a block by
 * column, because the cells of a column share the norm of its key. Cells between words are sums
 * over the cells between their tokens: attention to a word is the sum over its tokens, and
 * attention from a word is the mean over its tokens.
 */
final class PartitionCells {
  /**
   * The number of heads that are summed at a time. Their sums are independent of each other, so
   * that the processor can compute them in parallel.
   */
  private static final int AT_ONCE = 4;

  /** The cells {@code query * tokens + key}, in which query and key are tokens. */
  private final int[] cells;

  /**
   * For each column, the index of its first cell, its key, and 1 / the number of tokens of the
   * words of its queries.
   */
  private final int[] firstCell;

  private final int[] keys;
  private final double[] shares;

  /**
   * For each block, the index of its first column. This array and {@link #firstCell} have one more
   * entry, which is the end.
   */
  private final int[] firstColumn;

  /**
   * Creates the arrays.
   *
   * @param partition the partition of the cells {@code query * n + key} between the n positions of
   *     the view
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

  /** Stores the cells of one key token. */
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

  /**
   * Returns where the cells of each bucket begin, followed by the end. A bucket has the cells of
   * one block whose queries are words of the same number of tokens.
   */
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
   * @param map the attention between the tokens of the pair
   * @param layer the layer, from 0
   * @param sums the sums that attention and norm-weighted attention are added to; the latter is 0
   *     if there are no norms
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
   *   query 1    x               The cells of the block are marked. The weights of a column are
   *   query 4    x       x       summed first, then multiplied by the norm of the key and by 1 / the
   *   query 5            x       tokens of the queries' words: two products a column, none a cell.
   * </pre>
   *
   * The four heads are written out one by one, because the processor then computes their sums at
   * the same time, which it does not in a loop over the heads.
   *
   * @param firstHead the index of the layer's first head over all layers
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
