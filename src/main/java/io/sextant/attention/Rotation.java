package io.sextant.attention;

import io.sextant.bert.BertConfig;
import io.sextant.bert.Position;
import io.sextant.bert.RotaryAngles;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Rotates queries and keys by their positions (Su et al. 2021, section 3.4.2). Number i of the
 * first half of a head's vector and number i of its second half are the coordinates of a point.
 * Instances are safe for use by several threads.
 */
public final class Rotation {
  private final int half;

  /** The cosines and sines by position, then by pair of numbers. */
  private final float[] cosines;

  private final float[] sines;

  private Rotation(RotaryAngles angles, int headSize, int positions) {
    half = headSize / 2;
    cosines = new float[positions * half];
    sines = new float[positions * half];
    for (int i = 0; i < half; i++) {
      float one = angles.angle(i, headSize);
      for (int position = 0; position < positions; position++) {
        float angle = position * one;
        cosines[position * half + i] = (float) Math.cos(angle);
        sines[position * half + i] = (float) Math.sin(angle);
      }
    }
  }

  /**
   * Returns the rotation of every layer; null for each if the design has none. Layers with the same
   * angles share an object.
   */
  public static List<Rotation> of(BertConfig config) {
    if (!(config.design().position() instanceof Position.Rotary rotary)) {
      return Collections.nCopies(config.layers(), null);
    }
    Map<RotaryAngles, Rotation> byAngles = new HashMap<>();
    return rotary.layers().stream()
        .map(
            angles ->
                byAngles.computeIfAbsent(
                    angles, absent -> new Rotation(angles, config.headSize(), config.positions())))
        .toList();
  }

  /**
   * Rotates the vectors of consecutive heads of one token.
   *
   * @param from the array of the vectors
   * @param at the index of the first vector in both arrays
   * @param into the array that receives the rotated vectors; not {@code from}
   */
  public void rotate(float[] from, int at, int heads, int position, float[] into) {
    int turn = position * half;
    for (int x = at; x < at + 2 * half * heads; x += 2 * half) {
      int y = x + half;
      for (int i = 0; i < half; i++) {
        into[x + i] = from[x + i] * cosines[turn + i] - from[y + i] * sines[turn + i];
      }
      for (int i = 0; i < half; i++) {
        into[y + i] = from[y + i] * cosines[turn + i] + from[x + i] * sines[turn + i];
      }
    }
  }

  /** Rotates the vectors of consecutive heads of one token in place, in float64. */
  public void rotate(double[] vectors, int at, int heads, int position) {
    int turn = position * half;
    for (int x = at; x < at + 2 * half * heads; x += 2 * half) {
      for (int i = 0; i < half; i++) {
        double first = vectors[x + i];
        double second = vectors[x + half + i];
        vectors[x + i] = first * cosines[turn + i] - second * sines[turn + i];
        vectors[x + half + i] = second * cosines[turn + i] + first * sines[turn + i];
      }
    }
  }

  /** Returns the cosines of the first n positions, [n, headSize / 2] row-major. */
  public float[] cosines(int n) {
    return Arrays.copyOf(cosines, n * half);
  }

  /** Returns the sines of the first n positions, [n, headSize / 2] row-major. */
  public float[] sines(int n) {
    return Arrays.copyOf(sines, n * half);
  }
}
