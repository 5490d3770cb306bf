package io.sextant.attention;

import io.sextant.bert.BertModel;
import io.sextant.bert.DistanceBuckets;
import io.sextant.bert.Position;
import io.sextant.bert.Window;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What a layer adds to the scaled scores, which depends on the distance key - query only: the bias
 * of {@link Position.Bias}, and {@link #HIDDEN} for the keys outside the layer's {@link Window}.
 * Instances are safe for use by several threads.
 */
public final class ScoreOffsets {
  /**
   * The offset of a key that a query cannot see. It is finite, so that a weight of 0 times a score
   * is 0, and the softmax of a score with it is exactly 0.
   */
  public static final float HIDDEN = -1e30f;

  private final int positions;

  /** The offsets of each head, or of all heads, by key - query + positions - 1. */
  private final float[][] byDistance;

  private ScoreOffsets(int positions, float[][] byDistance) {
    this.positions = positions;
    this.byDistance = byDistance;
  }

  /**
   * Returns the offsets of every layer; null for a layer that adds nothing. Layers that add the
   * same share an object.
   */
  public static List<ScoreOffsets> of(BertModel model) {
    Map<Window, ScoreOffsets> byWindow = new HashMap<>();
    return Arrays.asList(
        model.config().design().windows().stream()
            .map(window -> byWindow.computeIfAbsent(window, absent -> of(model, window)))
            .toArray(ScoreOffsets[]::new));
  }

  private static ScoreOffsets of(BertModel model, Window window) {
    int positions = model.config().positions();
    float[][] biases = biases(model, positions);
    if (biases == null && !window.isLocal()) {
      return null;
    }
    float[][] offsets = biases == null ? new float[1][2 * positions - 1] : biases;
    for (float[] row : offsets) {
      for (int i = 0; i < row.length; i++) {
        if (!window.sees(i - positions + 1)) {
          row[i] = HIDDEN;
        }
      }
    }
    return new ScoreOffsets(positions, offsets);
  }

  private static float[][] biases(BertModel model, int positions) {
    if (!(model.config().design().position() instanceof Position.Bias bias)) {
      return null;
    }
    DistanceBuckets buckets = bias.buckets();
    int heads = model.config().heads();
    float[] table = model.weights().relativePositions().table().toArray();
    float[][] biases = new float[heads][2 * positions - 1];
    for (int i = 0; i < 2 * positions - 1; i++) {
      int bucket = buckets.of(i - positions + 1);
      for (int head = 0; head < heads; head++) {
        biases[head][i] = table[bucket * heads + head];
      }
    }
    return biases;
  }

  /** Returns whether all heads have the same offsets. */
  public boolean areShared() {
    return byDistance.length == 1;
  }

  /** Returns whether the offsets of every head are 0 in a pair of n tokens. */
  public boolean areZero(int n) {
    return Arrays.stream(byDistance)
        .allMatch(
            row -> IntStream.range(positions - n, positions + n - 1).allMatch(i -> row[i] == 0));
  }

  /** Returns the offset of a head's score for a distance, which is key - query. */
  public float at(int head, int distance) {
    return row(head)[distance + positions - 1];
  }

  /** Writes the offsets of a head for a pair of n tokens, [n, n] row-major. */
  public void fill(int head, int n, float[] into) {
    float[] offsets = row(head);
    for (int query = 0; query < n; query++) {
      System.arraycopy(offsets, positions - 1 - query, into, query * n, n);
    }
  }

  /** Returns the offsets for a pair of n tokens: [heads, n, n], or [n, n] if heads share them. */
  public float[] of(int n) {
    float[] all = new float[byDistance.length * n * n];
    float[] head = new float[n * n];
    IntStream.range(0, byDistance.length)
        .forEach(
            h -> {
              fill(h, n, head);
              System.arraycopy(head, 0, all, h * n * n, n * n);
            });
    return all;
  }

  private float[] row(int head) {
    return byDistance[areShared() ? 0 : head];
  }
}
