package io.sextant.table.row;

import io.sextant.math.Interval;

/**
 * A row of {@code head_relations}: how often a head finds one syntactic relation. The columns are
 * described in {@code schema/head_relations.json}.
 */
public record HeadRelation(
    HeadKey key,
    String relation,
    String direction,
    long n,
    Interval accuracy,
    int baselineOffset,
    double baselineAccuracy) {

  public int layer() {
    return key.layer();
  }

  public int head() {
    return key.head();
  }
}
