package io.sextant.attention;

import java.util.Arrays;

/**
 * The attention of all heads of one layer for one pair, as a view of buffers that the backend
 * reuses.
 *
 * @param heads the number of heads
 * @param size the number n of the pair's positions
 * @param weights the weights, at the index {@code (head n + query) n + key}; every row of n keys
 *     sums to 1; the array may be longer than heads n n
 * @param entropies the entropy of each row in nats, 0 to ln n, at the index {@code head n + query};
 *     the array may be longer than heads n
 * @param norms the Euclidean norm ||f(x)|| of each key's transformed value, at the index {@code
 *     head n + key}. The transformed value is f(x) = (x W_V + b_V) W_O with the head's parts of
 *     both matrices (Kobayashi et al. 2020, section 3). The array is empty unless the runner
 *     outputs {@link AttentionOutputs#norms}, and may be longer than heads n
 */
public record AttentionMap(int heads, int size, float[] weights, float[] entropies, float[] norms) {
  private static final float[] NONE = {};

  /** Creates a map without norms. */
  public AttentionMap(int heads, int size, float[] weights, float[] entropies) {
    this(heads, size, weights, entropies, NONE);
  }

  /** Returns a map with arrays of its own, which are as long as they must be. */
  public AttentionMap copy() {
    int rows = heads * size;
    return new AttentionMap(
        heads,
        size,
        Arrays.copyOf(weights, rows * size),
        Arrays.copyOf(entropies, rows),
        hasNorms() ? Arrays.copyOf(norms, rows) : NONE);
  }

  /** Returns whether the map has norms. */
  public boolean hasNorms() {
    return norms.length > 0;
  }

  /** Returns the weight of a head from a query to a key, both positions of the pair. */
  public float weight(int head, int query, int key) {
    return weights[row(head, query) + key];
  }

  /** Returns the index in {@link #weights} of the first key in a head's row for a query. */
  public int row(int head, int query) {
    return (head * size + query) * size;
  }
}
