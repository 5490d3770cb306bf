package io.sextant.bert;

import java.io.Serializable;
import java.util.List;

/** How attention learns where the tokens of a pair are. */
public sealed interface Position extends Serializable {

  /** Returns the number of dot products of queries and keys that a score is the sum of. */
  default int terms() {
    return 1;
  }

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
   * The scores have terms of the content's queries with the positions' keys, and of the content's
   * keys with the positions' queries (He et al. 2021, section 3.1). All are divided by sqrt(terms
   * headSize). Embeddings of the positions may be added as well. The embeddings of the relative
   * positions are {@link BertWeights#relativePositions}.
   *
   * @param toPosition whether content attends to positions
   * @param toContent whether positions attend to content
   * @param shared whether a layer's query and key project the positions as well as the content
   * @param normed whether the embeddings of the relative positions have a layer norm
   */
  record Disentangled(
      RelativeBuckets buckets,
      boolean toPosition,
      boolean toContent,
      boolean shared,
      boolean normed)
      implements Position {
    @Override
    public int terms() {
      return 1 + (toPosition ? 1 : 0) + (toContent ? 1 : 0);
    }
  }

  /**
   * Queries and keys are rotated by angles that are proportional to their positions (Su et al.
   * 2021, section 3.2.2).
   *
   * @param layers the angles of each layer; it must not be changed
   */
  record Rotary(List<RotaryAngles> layers) implements Position {}
}
