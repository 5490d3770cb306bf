package io.sextant.table;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Base64;

/**
 * Weights at fixed places of an encoder, by which two models of one shape can be compared without
 * their files. In {@code run.json} it is base64 of little-endian float32.
 *
 * @param values the weights, in an order that depends on the shape of the encoder alone; they must
 *     not be changed
 */
public record WeightSample(float[] values) {

  /** Returns the sample that a text stands for. */
  static WeightSample of(String text) {
    FloatBuffer floats =
        ByteBuffer.wrap(Base64.getDecoder().decode(text))
            .order(ByteOrder.LITTLE_ENDIAN)
            .asFloatBuffer();
    float[] values = new float[floats.remaining()];
    floats.get(values);
    return new WeightSample(values);
  }

  /** Returns the sample as text. */
  public String text() {
    ByteBuffer bytes =
        ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    return Base64.getEncoder().encodeToString(bytes.array());
  }

  /**
   * Returns the cosine of the angle between two samples, -1 to 1; 0 if a sample is zero. If one
   * model came from the other by a change that is unrelated to the weights and r times as large, it
   * is about 1 / sqrt(1 + r^2). For models that were trained apart it is about 0.
   */
  public double cosine(WeightSample other) {
    double products = 0;
    double squares = 0;
    double otherSquares = 0;
    for (int i = 0; i < values.length; i++) {
      products += (double) values[i] * other.values[i];
      squares += (double) values[i] * values[i];
      otherSquares += (double) other.values[i] * other.values[i];
    }
    return products == 0 ? 0 : products / Math.sqrt(squares * otherSquares);
  }
}
