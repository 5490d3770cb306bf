package io.sextant.view;

import java.util.List;

/**
 * A pair as a model sees it, and what every head compares.
 *
 * @param model name of the model
 * @param tokens the tokens, delimiters included
 * @param segments sentence of each token, 0 or 1; delimiters count with the one before them
 * @param wordOf for each token the index in {@code words} of its word; -1 for delimiters
 * @param words the words of both sentences as they stand in the text, in order
 * @param heads attention heads per layer
 * @param layers one entry per encoder layer
 */
public record PairVectors(
    String model,
    List<String> tokens,
    int[] segments,
    int[] wordOf,
    List<String> words,
    int heads,
    List<Layer> layers) {

  /**
   * Queries and keys of one layer, row-major, [tokens, heads * headSize]: head h owns the columns
   * from h * headSize on.
   */
  public record Layer(double[] queries, double[] keys) {

    /** {@link PairVectors#attention} of n tokens. */
    double[] attention(int n, int heads, int head) {
      int row = queries.length / n;
      int width = row / heads;
      double[] map = new double[n * n];
      for (int query = 0; query < n; query++) {
        for (int key = 0; key < n; key++) {
          double score = 0;
          for (int d = head * width; d < (head + 1) * width; d++) {
            score += queries[query * row + d] * keys[key * row + d];
          }
          map[query * n + key] = score / Math.sqrt(width);
        }
        softmax(map, query * n, n);
      }
      return map;
    }
  }

  public int size() {
    return tokens.size();
  }

  /** Width of one head's queries and keys. */
  public int headSize() {
    return layers.get(0).queries().length / size() / heads;
  }

  /**
   * One head's map, row-major, [tokens, tokens]: the softmax over the keys of q k / sqrt(headSize)
   * (Vaswani et al. 2017, section 3.2.1). Rows sum to 1.
   */
  public double[] attention(int layer, int head) {
    return layers.get(layer).attention(size(), heads, head);
  }

  private static void softmax(double[] values, int from, int count) {
    double greatest = Double.NEGATIVE_INFINITY;
    for (int i = from; i < from + count; i++) {
      greatest = Math.max(greatest, values[i]);
    }
    double sum = 0;
    for (int i = from; i < from + count; i++) {
      values[i] = Math.exp(values[i] - greatest);
      sum += values[i];
    }
    for (int i = from; i < from + count; i++) {
      values[i] /= sum;
    }
  }
}
