package io.sextant.attention.edit;

import io.sextant.bert.BertConfig;
import java.io.Serializable;
import java.util.Locale;

/** A head of a model; both numbers count from 0. */
public record Head(int layer, int head) implements Serializable {

  /**
   * Checks that a model has the head.
   *
   * @throws IllegalArgumentException if it does not
   */
  void check(BertConfig config) {
    if (layer < 0 || layer >= config.layers() || head < 0 || head >= config.heads()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "head %d of layer %d of a model of %d layers with %d heads",
              head,
              layer,
              config.layers(),
              config.heads()));
    }
  }
}
