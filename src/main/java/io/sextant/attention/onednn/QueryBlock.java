package io.sextant.attention.onednn;

import io.sextant.bert.Window;
import java.util.ArrayList;
import java.util.List;

/**
 * Queries of a pair that follow one another, and the keys that at least one of them sees, which
 * follow one another too.
 *
 * @param query the first query
 * @param queries the number of queries, at least 1
 * @param key the first key
 * @param keys the number of keys, at least 1
 */
record QueryBlock(int query, int queries, int key, int keys) {
  /** Products of fewer queries are slow. */
  private static final int LEAST = 32;

  /**
   * Returns the blocks of a pair of n tokens: one if every query sees all keys. Otherwise a block
   * has as many queries as it has keys before and after them, so that products with keys that only
   * some of its queries see are at most half of all.
   */
  static List<QueryBlock> of(int n, Window window) {
    int step = (int) Math.min(n, Math.max(LEAST, 2L * window.reach()));
    List<QueryBlock> blocks = new ArrayList<>();
    for (int query = 0; query < n; query += step) {
      int queries = Math.min(step, n - query);
      int key = window.first(query);
      int keys = window.end(query + queries - 1, n) - key;
      blocks.add(new QueryBlock(query, queries, key, keys));
    }
    return blocks;
  }
}
