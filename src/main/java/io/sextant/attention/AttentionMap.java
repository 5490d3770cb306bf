package io.sextant.attention;

/**
 * The attention of all heads of one layer for one pair: a view of buffers that the backend reuses.
 *
 * @param heads number of heads
 * @param size number of positions n of the pair
 * @param weights {@code weights[(head * n + query) * n + key]}; every row of n keys sums to 1; may
 *     be longer than heads * n * n
 * @param entropies {@code entropies[head * n + query]}: entropy of that row in nats, 0 to ln n; may
 *     be longer than heads * n
 * @param norms {@code norms[head * n + key]}: ||f(x)|| of that key, the Euclidean length of what
 *     the head makes of it, f(x) = (x W_V + b_V) W_O with the head's part of both (Kobayashi et al.
 *     2020, section 3); 0 or more; empty unless the runner reads {@link AttentionOutputs#NORMS},
 *     and may be longer than heads * n
 */
public record AttentionMap(int heads, int size, float[] weights, float[] entropies, float[] norms) {
  private static final float[] NONE = {};

  /** A map without norms. */
  public AttentionMap(int heads, int size, float[] weights, float[] entropies) {
    this(heads, size, weights, entropies, NONE);
  }

  /** Whether the norms were read. */
  public boolean hasNorms() {
    return norms.length > 0;
  }

  /** Weight that a head gives from a query to a key, both positions of the pair. */
  public float weight(int head, int query, int key) {
    return weights[row(head, query) + key];
  }

  /** Index in {@link #weights} at which a head's row for a query starts. */
  public int row(int head, int query) {
    return (head * size + query) * size;
  }
}
