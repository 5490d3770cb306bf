package io.sextant.attention.edit;

import java.io.Serializable;

/**
 * The sums of the contexts of all heads over the positions of pairs, from which their mean is
 * computed. Sums of the same pairs in the same order have the same bits.
 */
public final class ContextSums implements Serializable {
  private final double[][] byLayer;
  private long positions;

  /** Creates sums over no positions. */
  public ContextSums(int layers, int hidden) {
    byLayer = new double[layers][hidden];
  }

  /**
   * Adds the contexts of a layer.
   *
   * @param contexts [rows, hidden] row-major
   * @param first the row of the pair's first token
   * @param n the number of the pair's tokens
   */
  void add(int layer, float[] contexts, int first, int n) {
    double[] sums = byLayer[layer];
    for (int row = first; row < first + n; row++) {
      for (int i = 0; i < sums.length; i++) {
        sums[i] += contexts[row * sums.length + i];
      }
    }
    if (layer == 0) {
      positions += n;
    }
  }

  /** Adds the sums of other pairs. */
  public void merge(ContextSums other) {
    for (int layer = 0; layer < byLayer.length; layer++) {
      for (int i = 0; i < byLayer[layer].length; i++) {
        byLayer[layer][i] += other.byLayer[layer][i];
      }
    }
    positions += other.positions;
  }

  /** Returns the mean contexts; there must be at least one position. */
  public HeadContexts mean() {
    float[][] means = new float[byLayer.length][];
    for (int layer = 0; layer < means.length; layer++) {
      means[layer] = new float[byLayer[layer].length];
      for (int i = 0; i < means[layer].length; i++) {
        means[layer][i] = (float) (byLayer[layer][i] / positions);
      }
    }
    return new HeadContexts(means);
  }
}
