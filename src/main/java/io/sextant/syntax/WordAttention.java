package io.sextant.syntax;

import io.sextant.attention.AttentionMap;
import java.util.Arrays;

/**
 * Computes one head's attention between units. Attention to a unit is the sum over its tokens, and
 * attention of a unit is the mean over its tokens (Clark et al. 2019, section 4.1). Delimiters and
 * text outside units are left out.
 */
public final class WordAttention {
  /** For each unit, the other unit to which it attends most; -1 if it attends to none. */
  int[] strongestKey = new int[0];

  /** For each unit, the other unit that attends most to it; -1 if none attends to it. */
  int[] strongestQuery = new int[0];

  private double[] weights = new double[0];
  private double[] greatestOfColumn = new double[0];

  /** Reads one head of a map. There must be at least two units. */
  void read(WordAlignment units, AttentionMap map, int head) {
    int m = units.size;
    if (strongestKey.length < m) {
      strongestKey = new int[m];
      strongestQuery = new int[m];
      greatestOfColumn = new double[m];
      weights = new double[m * m];
    }
    sum(units, map, head);
    Arrays.fill(greatestOfColumn, 0, m, 0);
    Arrays.fill(strongestKey, 0, m, -1);
    Arrays.fill(strongestQuery, 0, m, -1);
    for (int query = 0; query < m; query++) {
      double greatest = 0;
      for (int key = 0; key < m; key++) {
        double weight = weights[query * m + key];
        if (key != query && weight > greatest) {
          greatest = weight;
          strongestKey[query] = key;
        }
        if (key != query && weight > greatestOfColumn[key]) {
          greatestOfColumn[key] = weight;
          strongestQuery[key] = query;
        }
      }
    }
  }

  private void sum(WordAlignment units, AttentionMap map, int head) {
    int m = units.size;
    Arrays.fill(weights, 0, m * m, 0);
    for (int query = 0; query < map.size(); query++) {
      int unit = units.unitOf[query];
      if (unit >= 0) {
        int row = map.row(head, query);
        for (int key = 0; key < map.size(); key++) {
          if (units.unitOf[key] >= 0) {
            weights[unit * m + units.unitOf[key]] += map.weights()[row + key];
          }
        }
      }
    }
    for (int unit = 0; unit < m; unit++) {
      for (int key = 0; key < m; key++) {
        weights[unit * m + key] /= units.tokenCounts[unit];
      }
    }
  }
}
