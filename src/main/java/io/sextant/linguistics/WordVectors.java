package io.sextant.linguistics;

import io.sextant.bert.Tensor;
import io.sextant.math.Cosine;

/**
 * Computes the vectors of words from a model's word embeddings, [vocabulary, hidden]: the mean of a
 * word's tokens minus the mean of the whole table, scaled to length 1.
 */
final class WordVectors {
  private final int hidden;
  private final Tensor table;
  private final float[] mean;

  /** Creates the vectors and computes the mean of the table. */
  WordVectors(Tensor embeddings) {
    int rows = embeddings.shape().get(0);
    this.hidden = embeddings.shape().get(1);
    this.table = embeddings;
    double[] sum = new double[hidden];
    float[] row = new float[hidden];
    for (int id = 0; id < rows; id++) {
      table.read(id * hidden, row, 0, hidden);
      for (int d = 0; d < hidden; d++) {
        sum[d] += row[d];
      }
    }
    this.mean = new float[hidden];
    for (int d = 0; d < hidden; d++) {
      mean[d] = (float) (sum[d] / rows);
    }
  }

  /** Returns the number of components of a vector. */
  int hidden() {
    return hidden;
  }

  /** The vector of a word, by the ids of its tokens. */
  float[] of(int... tokens) {
    float[] vector = new float[hidden];
    float[] row = new float[hidden];
    for (int id : tokens) {
      table.read(id * hidden, row, 0, hidden);
      for (int d = 0; d < hidden; d++) {
        vector[d] += row[d] - mean[d];
      }
    }
    Cosine.normalise(vector);
    return vector;
  }
}
