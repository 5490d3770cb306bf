package io.sextant.attention;

/**
 * Runs the layers of a shared {@link AttentionModel} for one task, each in two steps: the attention
 * and what follows it. Between the steps the contexts may be replaced, which are the weighted sums
 * of the values before the output projection. Arrays of the caller have a row for each token of a
 * pack, in the order of its pairs, and may be longer. A row's bits do not depend on the other pairs
 * of the pack. A runner may be used by one thread at a time.
 */
public interface LayerRunner extends AutoCloseable {

  /** Returns the tokens of a full pack. Only a pair in a pack of its own should exceed them. */
  int budget();

  /**
   * Begins a pack at the input of some layer.
   *
   * @param sizes the number of tokens of each pair
   * @throws IllegalArgumentException if a pair is longer than the model's positions
   * @throws IllegalStateException if the runner or its model is closed
   */
  void begin(int... sizes);

  /** Replaces the hidden states, [rows, hidden]. */
  void putStates(float[] states);

  /** Copies the hidden states, [rows, hidden]. */
  void readStates(float[] into);

  /**
   * Computes the attention of a layer on the hidden states, which are its input and remain.
   *
   * @param sink receives the weights of each pair
   */
  void attend(int layer, WeightsSink sink);

  /** Copies the contexts of the layer, [rows, hidden] with the heads side by side. */
  void readContexts(float[] into);

  /** Replaces the contexts, likewise. */
  void putContexts(float[] contexts);

  /**
   * Copies the values of the layer, likewise, after {@link #attend}. While its sink receives the
   * weights of a pair, those of this pair are there already.
   */
  void readValues(float[] into);

  /**
   * Keeps only some rows, of which alone {@link #complete} then need compute the output. Only that
   * and the reading of the hidden states may follow in this pack.
   *
   * @param rows in ascending order
   */
  void keep(int... rows);

  /** Computes the output of a layer from its contexts and its input, which it replaces. */
  void complete(int layer);

  @Override
  void close();

  /** Receives attention weights when they are computed. */
  @FunctionalInterface
  interface WeightsSink {
    /** Needs no weights. */
    WeightsSink NONE = null;

    /**
     * Receives the weights of a pair.
     *
     * @param pair the index of the pair in the pack
     * @param weights [heads, n, n]; the array may be longer, and is valid during the call only
     */
    void accept(int pair, float[] weights);
  }
}
