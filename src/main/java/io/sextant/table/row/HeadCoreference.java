package io.sextant.table.row;

import io.sextant.math.Interval;

/**
 * A row of {@code head_coreference}: how often a head finds the antecedent of a mention. The
 * columns are described in {@code schema/head_coreference.json}.
 */
public record HeadCoreference(HeadKey key, long n, Interval accuracy, double nearestAccuracy) {

  public int layer() {
    return key.layer();
  }

  public int head() {
    return key.head();
  }
}
