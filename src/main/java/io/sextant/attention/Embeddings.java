package io.sextant.attention;

import io.sextant.bert.BertModel;
import io.sextant.bert.BertWeights;
import io.sextant.bert.Tensor;
import io.sextant.text.EncodedPair;
import java.util.Locale;

/**
 * Computes the encoder's input: the layer norm of the sum of each token's word, position and token
 * type embedding (Devlin et al. 2019, section 3; Ba et al. 2016). Encoders whose attention learns
 * the positions otherwise may add no position embeddings. In ELECTRA and ALBERT, the result is
 * projected to the width of the hidden states (Clark et al. 2020, section 3.2; Lan et al. 2020,
 * section 3.1). Instances are safe for use by several threads.
 */
public final class Embeddings {
  private final int width;
  private final int hidden;
  private final int positions;
  private final Tensor words;

  /** The embeddings of the positions; null if none are added. */
  private final float[] places;

  private final float[] types;
  private final RowNorm norm;

  /**
   * The projection's weights, [width, hidden], and bias, [hidden]; null if the encoder has none.
   */
  private final float[] projection;

  private final float[] offsets;

  public Embeddings(BertModel model) {
    BertWeights weights = model.weights();
    hidden = model.config().hidden();
    positions = model.config().positions();
    words = weights.wordEmbeddings();
    width = words.shape().get(1);
    places = weights.positionEmbeddings() == null ? null : weights.positionEmbeddings().toArray();
    types = weights.tokenTypeEmbeddings().toArray();
    norm = new RowNorm(weights.embeddingNorm(), model.config().layerNormEpsilon());
    boolean projects = weights.embeddingProjection() != null;
    projection = projects ? weights.embeddingProjection().kernel().toArray() : null;
    offsets = projects ? weights.embeddingProjection().bias().toArray() : null;
  }

  /**
   * Writes a pair's hidden states before the first layer, [size, hidden] row-major. The sums of the
   * layer norm are float64.
   *
   * @param out the array that receives size hidden values from {@code offset} on
   * @throws IllegalArgumentException if the pair is longer than the model's positions
   */
  public void embed(EncodedPair pair, float[] out, int offset) {
    int size = pair.size();
    if (size > positions) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "a pair of %d tokens for a model of %d positions", size, positions));
    }
    float[] embedding = new float[width];
    for (int position = 0; position < size; position++) {
      words.read(pair.ids()[position] * width, embedding, 0, width);
      if (places != null) {
        add(embedding, places, position);
      }
      add(embedding, types, pair.tokenTypes()[position]);
      norm.apply(embedding, 0);
      write(embedding, out, offset + position * hidden);
    }
  }

  private static void add(float[] embedding, float[] table, int row) {
    int first = row * embedding.length;
    for (int i = 0; i < embedding.length; i++) {
      embedding[i] += table[first + i];
    }
  }

  private void write(float[] embedding, float[] out, int row) {
    if (projection == null) {
      System.arraycopy(embedding, 0, out, row, hidden);
      return;
    }
    System.arraycopy(offsets, 0, out, row, hidden);
    for (int i = 0; i < width; i++) {
      float value = embedding[i];
      int weights = i * hidden;
      for (int j = 0; j < hidden; j++) {
        out[row + j] += value * projection[weights + j];
      }
    }
  }
}
