package io.sextant.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.Serializable;
import java.util.Locale;

/**
 * The settings of the effects of heads on the model's output: the keys of {@code sextant.effects}
 * in {@code reference.conf}.
 */
public record EffectSettings(int pairs, Outcome outcome, Ablation ablation, Heads heads)
    implements Serializable {

  public EffectSettings {
    Range.atLeast(0, "pairs", pairs);
  }

  /** The head of the checkpoint by whose answers effects are measured. */
  public enum Outcome {
    /** The masked-LM head, or the task head of a checkpoint without one. */
    AUTO,
    @JsonProperty("masked-lm")
    MASKED_LM,
    TASK;

    /** Returns the value of the setting. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** What replaces the output of an ablated head. */
  public enum Ablation {
    /** The head's mean output over the positions of the sampled pairs. */
    MEAN,
    ZERO;

    /** Returns the value of the setting. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The heads whose patterns are knocked out. */
  public enum Heads {
    /** The heads that exhibit the pattern. */
    LABELLED,
    ALL;

    /** Returns the value of the setting. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Returns whether effects are measured. */
  public boolean asked() {
    return pairs > 0;
  }
}
