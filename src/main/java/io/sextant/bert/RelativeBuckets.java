package io.sextant.bert;

import java.io.Serializable;

/**
 * Divides the signed distances between two tokens into buckets: one for each small distance, and
 * logarithmic ones beyond (He et al. 2023, section 2.2; DeBERTa's code, version 2). Bucket {@code
 * span} is distance 0.
 *
 * @param span the number of buckets of one sign, at least 2
 * @param greatest the distance after the greatest that a bucket is made for; 0 if every distance
 *     has a bucket of its own
 */
public record RelativeBuckets(int span, int greatest) implements Serializable {

  /** Returns the number of buckets. */
  public int count() {
    return 2 * span;
  }

  /**
   * Returns the bucket of a distance, which is query - key; 0 to count - 1. It does not decrease
   * when the distance grows.
   */
  public int of(int distance) {
    int steps = Math.abs(distance);
    int middle = span / 2;
    int bucket = greatest == 0 || steps <= middle ? steps : beyond(steps, middle);
    int signed = distance < 0 ? -bucket : bucket;
    return Math.max(0, Math.min(signed + span, count() - 1));
  }

  /** Returns the bucket of a great distance, in float32 as the models are trained. */
  private int beyond(int steps, int middle) {
    float part = log((float) steps / middle) / log((float) ((greatest - 1.) / middle));
    return (int) Math.ceil(part * (middle - 1)) + middle;
  }

  private static float log(float value) {
    return (float) Math.log(value);
  }
}
