package io.sextant.profile.pair;

import io.sextant.attention.AttentionMap;
import io.sextant.profile.state.Layout;
import io.sextant.table.HeadGrid;

/**
 * Adds the attention maps of one layer of a pair to the pair's sums. This is the hot loop. Each
 * task has its own scorer, because it is not thread-safe.
 */
public final class HeadScorer {
  private final HeadGrid grid;
  private final NullModel[] nulls;

  public HeadScorer(Layout layout, NullModel[] nulls) {
    this.grid = layout.grid();
    this.nulls = nulls;
  }

  /**
   * Adds all heads of a layer.
   *
   * @param tokens the map between tokens
   * @param map the map between the positions of the pair
   * @param rows the row statistics of {@code map}
   */
  public void score(
      PreparedPair pair,
      int layer,
      AttentionMap tokens,
      AttentionMap map,
      RowStatistics rows,
      PartitionSums sums) {
    pair.partitionCells.sum(tokens, layer, sums);
    for (int h = 0; h < map.heads(); h++) {
      int head = grid.number(layer, h);
      countQueries(pair, rows, h, head, sums);
      describe(pair, map, rows, h, head, sums);
      for (int k = 0; k < nulls.length; k++) {
        nulls[k].read(pair, map, rows, h, head, sums.nulls[k]);
      }
    }
  }

  private void countQueries(
      PreparedPair pair, RowStatistics rows, int h, int head, PartitionSums sums) {
    int n = pair.pair.size();
    for (int query = 0; query < n; query++) {
      int at = h * n + query;
      int block = pair.queries.of(query);
      sums.content.add(block, head, rows.content[at]);
      sums.hits.add(pair.cells.of(query * n + rows.strongest[at]), head, 1);
    }
  }

  private void describe(
      PreparedPair pair,
      AttentionMap map,
      RowStatistics rows,
      int h,
      int head,
      PartitionSums sums) {
    int n = map.size();
    double entropy = 0;
    double ratio = 0;
    for (int query : pair.content) {
      double ofRow = map.entropies()[h * n + query];
      entropy += ofRow;
      ratio += ofRow / pair.flatEntropy[query];
    }
    double allRows = 0;
    double allRatios = 0;
    for (int query = 0; query < n; query++) {
      double ofRow = map.entropies()[h * n + query];
      allRows += ofRow;
      allRatios += ofRow / pair.flatEntropy[query];
    }
    set(sums, Description.ENTROPY, head, entropy);
    set(sums, Description.ENTROPY_RATIO, head, ratio);
    set(sums, Description.MEAN_DISTANCE, head, rows.distance[h]);
    set(sums, Description.CONFIDENCE, head, rows.confidence[h]);
    set(sums, Description.ENTROPY_ALL_ROWS, head, allRows / n);
    set(sums, Description.ENTROPY_RATIO_ALL_ROWS, head, allRatios / n);
    sums.offsets.set(head, rows.offsets, h);
  }

  private static void set(PartitionSums sums, Description description, int head, double value) {
    sums.descriptions.set(description.ordinal(), head, value);
  }
}
