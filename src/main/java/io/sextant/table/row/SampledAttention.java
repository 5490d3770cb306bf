package io.sextant.table.row;

import java.io.Serializable;
import java.util.List;

/**
 * A row of {@code sampled_attention}: a head's attention from some words of a pair of the sample.
 * The columns are described in {@code schema/sampled_attention.json}.
 */
public record SampledAttention(
    HeadKey key, String pairId, List<String> words, int[] queries, float[] attention)
    implements Serializable {

  public int layer() {
    return key.layer();
  }

  public int head() {
    return key.head();
  }
}
