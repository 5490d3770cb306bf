package io.sextant.config;

import java.io.Serializable;

/**
 * The settings of untrained models as a null: the keys of {@code sextant.untrained} in {@code
 * reference.conf}.
 */
public record UntrainedSettings(int models, int pairs, int seed) implements Serializable {

  public UntrainedSettings {
    Range.atLeast(0, "models", models);
    Range.atLeast(1, "pairs", pairs);
  }
}
