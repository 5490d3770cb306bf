package io.sextant.bert;

import java.io.Serializable;

/**
 * Divides the distances between two tokens into buckets: one for each small distance, and
 * logarithmic ones beyond (Raffel et al. 2020, section 2.1; T5's code, bidirectional). The first
 * half of the buckets is for keys at the query or before it, the second half for keys after it.
 *
 * @param count the number of buckets, a multiple of 4
 * @param greatest the distance from which on all are in the last bucket of their half
 */
public record DistanceBuckets(int count, int greatest) implements Serializable {

  /** Returns the bucket of a distance, which is key - query; 0 to count - 1. */
  public int of(int distance) {
    int half = count / 2;
    int first = distance > 0 ? half : 0;
    int steps = Math.abs(distance);
    int exact = half / 2;
    if (steps < exact) {
      return first + steps;
    }
    double part = Math.log((double) steps / exact) / Math.log((double) greatest / exact);
    // The logarithms of whole powers may be a rounding error below the whole number.
    int beyond = (int) (part * (half - exact) + 1e-9);
    return first + Math.min(exact + beyond, half - 1);
  }
}
