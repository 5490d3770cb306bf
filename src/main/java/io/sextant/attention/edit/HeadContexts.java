package io.sextant.attention.edit;

import java.io.Serializable;

/**
 * One context vector for each head, which replaces the head's contexts at every position.
 *
 * @param byLayer for each layer the vectors of its heads side by side, [hidden]; it must not be
 *     changed
 */
public record HeadContexts(float[][] byLayer) implements Serializable {

  /** Returns zero vectors. */
  public static HeadContexts zero(int layers, int hidden) {
    return new HeadContexts(new float[layers][hidden]);
  }
}
