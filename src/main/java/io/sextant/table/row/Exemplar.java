package io.sextant.table.row;

import java.io.Serializable;

/**
 * A row of {@code exemplars}: a pair that shows a head's pattern well, with the head's whole map.
 * The columns are described in {@code schema/exemplars.json}.
 */
public record Exemplar(
    HeadKey key, String pattern, int rank, double score, ShownPair pair, float[] attention)
    implements Serializable {

  public int layer() {
    return key.layer();
  }

  public int head() {
    return key.head();
  }
}
