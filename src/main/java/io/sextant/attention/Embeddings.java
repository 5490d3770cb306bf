package io.sextant.attention;

import io.sextant.bert.BertModel;
import io.sextant.bert.BertWeights;
import io.sextant.text.EncodedPair;
import java.nio.FloatBuffer;

/**
 * The encoder's input: word, position and token type embedding of each piece, summed and layer
 * normed (Devlin et al. 2019, section 3; Ba et al. 2016). Safe for use by many threads.
 */
public final class Embeddings {
  private final int hidden;
  private final int positions;
  private final double epsilon;
  private final FloatBuffer words;
  private final FloatBuffer places;
  private final FloatBuffer types;
  private final float[] gamma;
  private final float[] beta;

  public Embeddings(BertModel model) {
    BertWeights weights = model.weights();
    hidden = model.config().hidden();
    positions = model.config().positions();
    epsilon = model.config().layerNormEpsilon();
    words = weights.wordEmbeddings().data();
    places = weights.positionEmbeddings().data();
    types = weights.tokenTypeEmbeddings().data();
    gamma = weights.embeddingNorm().gamma().toArray();
    beta = weights.embeddingNorm().beta().toArray();
  }

  /**
   * Writes a pair's hidden states before the first layer, [size, hidden] row-major. The layer
   * norm's sums are float64.
   *
   * @param out takes size * hidden values from {@code offset} on
   * @throws IllegalArgumentException if the pair is longer than the model's positions
   */
  public void embed(EncodedPair pair, float[] out, int offset) {
    int size = pair.size();
    if (size > positions) {
      throw new IllegalArgumentException(
          "a pair of %d pieces for a model of %d positions".formatted(size, positions));
    }
    for (int position = 0; position < size; position++) {
      int word = pair.ids()[position] * hidden;
      int place = position * hidden;
      int type = pair.tokenTypes()[position] * hidden;
      int row = offset + position * hidden;
      for (int i = 0; i < hidden; i++) {
        out[row + i] = words.get(word + i) + places.get(place + i) + types.get(type + i);
      }
      normalise(out, row);
    }
  }

  private void normalise(float[] values, int row) {
    double sum = 0;
    for (int i = row; i < row + hidden; i++) {
      sum += values[i];
    }
    double mean = sum / hidden;
    double squares = 0;
    for (int i = row; i < row + hidden; i++) {
      double centred = values[i] - mean;
      squares += centred * centred;
    }
    double scale = 1 / Math.sqrt(squares / hidden + epsilon);
    for (int i = 0; i < hidden; i++) {
      values[row + i] = (float) ((values[row + i] - mean) * scale * gamma[i] + beta[i]);
    }
  }
}
