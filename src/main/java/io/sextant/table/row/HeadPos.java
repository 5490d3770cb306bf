package io.sextant.table.row;

import io.sextant.math.Interval;

/**
 * A row of {@code head_pos}: the share of a head's attention that goes to one part of speech. The
 * columns are described in {@code schema/head_pos.json}.
 */
public record HeadPos(
    HeadKey key,
    String tag,
    long n,
    double frequency,
    double share,
    Interval shareContent,
    double lift) {

  public int layer() {
    return key.layer();
  }

  public int head() {
    return key.head();
  }
}
