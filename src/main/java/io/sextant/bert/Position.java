package io.sextant.bert;

import java.io.Serializable;
import java.util.List;

/** How attention learns where the tokens of a pair are. */
public sealed interface Position extends Serializable {

  /**
   * Embeddings of the positions are added to those of the words (Devlin et al. 2019, section 3).
   */
  record Absolute() implements Position {}

  /**
   * A bias is added to the scaled scores. It depends on the head and on the bucket of the distance
   * from query to key, and is the same in all layers (Raffel et al. 2020, section 2.1). Embeddings
   * of the positions may be added as well. The biases are {@link BertWeights#relativePositions}.
   */
  record Bias(DistanceBuckets buckets) implements Position {}

  /**
   * Queries and keys are rotated by angles that are proportional to their positions (Su et al.
   * 2021, section 3.2.2).
   *
   * @param layers the angles of each layer; it must not be changed
   */
  record Rotary(List<RotaryAngles> layers) implements Position {}
}
