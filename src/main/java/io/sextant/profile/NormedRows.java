package io.sextant.profile;

import io.sextant.attention.AttentionMap;

/**
 * One head's map with every weight times the norm of what the head makes of the key: a[i][j]
 * ||f(x_j)||, how much of the query's new state comes from there (Kobayashi et al. 2020). Rows do
 * not sum to 1.
 */
final class NormedRows {
  /** {@code weights[query * n + key]}. */
  float[] weights = new float[0];

  /** By query: sum of its row. */
  double[] total = new double[0];

  void read(AttentionMap map, int head) {
    int n = map.size();
    if (total.length < n) {
      weights = new float[n * n];
      total = new double[n];
    }
    int norms = head * n;
    for (int query = 0; query < n; query++) {
      int from = map.row(head, query);
      int to = query * n;
      double sum = 0;
      for (int key = 0; key < n; key++) {
        float weight = map.weights()[from + key] * map.norms()[norms + key];
        weights[to + key] = weight;
        sum += weight;
      }
      total[query] = sum;
    }
  }
}
