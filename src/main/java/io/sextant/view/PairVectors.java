package io.sextant.view;

import io.sextant.attention.ScoreOffsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The tokens of a pair, and the queries and keys of every head.
 *
 * @param model the name of the model
 * @param tokens the tokens, delimiters included
 * @param segments the sentence of each token, 0 or 1; a delimiter belongs to the sentence before it
 * @param wordOf the index in {@code words} of each token's word; -1 for delimiters
 * @param words the words of both sentences as they are in the text, in order
 * @param heads the number of attention heads per layer
 * @param layers the queries and keys of each encoder layer
 * @param prediction what the model's task head says of the pair; null if it has none
 */
public record PairVectors(
    String model,
    List<String> tokens,
    int[] segments,
    int[] wordOf,
    List<String> words,
    int heads,
    List<Layer> layers,
    Prediction prediction) {

  /** Creates the vectors of a pair in a model without a task head. */
  public PairVectors(
      String model,
      List<String> tokens,
      int[] segments,
      int[] wordOf,
      List<String> words,
      int heads,
      List<Layer> layers) {
    this(model, tokens, segments, wordOf, words, heads, layers, null);
  }

  /**
   * The queries and keys of one layer, [tokens, heads headSize] row-major. Head h has the headSize
   * columns from h headSize on.
   *
   * @param queries the queries, divided by the root of the number of terms if the scores have
   *     several
   * @param keys the keys
   * @param rotated whether queries and keys are rotated by their positions
   * @param offsets what the layer adds to the scaled scores; null for nothing
   * @param positions what relative positions add to the scaled scores; null if the encoder has none
   */
  public record Layer(
      double[] queries,
      double[] keys,
      boolean rotated,
      ScoreOffsets offsets,
      PositionPart positions) {

    /** Creates a layer that neither rotates nor adds anything to the scaled scores. */
    public Layer(double[] queries, double[] keys) {
      this(queries, keys, false, null, null);
    }

    /** Returns what is added to the scaled product of a query and a key, of n tokens. */
    private double added(int head, int query, int key, int n) {
      double offset = offsets == null ? 0 : offsets.at(head, key - query);
      return positions == null ? offset : offset + positions.perHead().get(head)[query * n + key];
    }

    /** Returns the number of products that a score is the sum of. */
    public int terms() {
      return positions == null ? 1 : positions.terms();
    }

    /**
     * Returns what each head adds to its scaled scores for the distances key - query from 1 - n to
     * n - 1; null for keys that a query cannot see. If all heads add the same, there is one list
     * for them; if they add nothing to the scores of n tokens, there is none.
     */
    public List<List<Float>> offsetsByDistance(int n, int heads) {
      boolean nothing = offsets == null || offsets.areZero(n);
      int different = nothing ? 0 : offsets.areShared() ? 1 : heads;
      return IntStream.range(0, different).mapToObj(head -> ofHead(head, n)).toList();
    }

    /** Returns whether some of n tokens are keys that others, as queries, cannot see. */
    public boolean isLocal(int n) {
      return offsets != null && offsets.at(0, n - 1) == ScoreOffsets.HIDDEN;
    }

    private List<Float> ofHead(int head, int n) {
      List<Float> byDistance = new ArrayList<>();
      for (int distance = 1 - n; distance < n; distance++) {
        float offset = offsets.at(head, distance);
        byDistance.add(offset == ScoreOffsets.HIDDEN ? null : offset);
      }
      return byDistance;
    }

    /** Returns {@link PairVectors#attention} for n tokens. */
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
          map[query * n + key] = score / Math.sqrt(width) + added(head, query, key, n);
        }
        softmax(map, query * n, n);
      }
      return map;
    }
  }

  public int size() {
    return tokens.size();
  }

  /** Returns what the tokens are of: a {@code pair}, or a {@code sentence} on its own. */
  public String sampled() {
    return Arrays.stream(segments).anyMatch(segment -> segment == 1) ? "pair" : "sentence";
  }

  /** Returns the width of one head's queries and keys. */
  public int headSize() {
    return layers.get(0).queries().length / size() / heads;
  }

  /**
   * Returns one head's attention map, [tokens, tokens] row-major: the softmax over the keys of q k
   * / sqrt(headSize), plus the layer's offset and terms of relative positions (Vaswani et al. 2017,
   * section 3.2.1). Every row sums to 1.
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
