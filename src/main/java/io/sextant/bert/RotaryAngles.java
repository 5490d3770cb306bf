package io.sextant.bert;

import java.io.Serializable;

/**
 * The angles by which rotary position embeddings rotate queries and keys. Numbers i and i +
 * headSize / 2 of a head's vector are the coordinates of a point that is rotated by position
 * theta^(-2 i / headSize) / divisor.
 *
 * @param theta the base of the wavelengths, greater than 0
 * @param divisor divides all angles, greater than 0; 1 unless the context was extended
 */
public record RotaryAngles(double theta, double divisor) implements Serializable {

  /**
   * Returns the angle of one position, in radians and in float32, as the models are trained.
   *
   * @param pair the index i of the two numbers, less than headSize / 2
   */
  public float angle(int pair, int headSize) {
    return (float) (1 / Math.pow(theta, 2. * pair / headSize) / divisor);
  }
}
