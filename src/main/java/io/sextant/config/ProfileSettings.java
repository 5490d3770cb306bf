package io.sextant.config;

import io.sextant.fault.UsageException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All settings of a run. Every component has the name of its key in {@code reference.conf}, which
 * documents it. A component may be null if its default is null.
 *
 * @param effective the values of all settings by key, before they were bound to the components
 */
public record ProfileSettings(
    String model,
    String modelName,
    InputSettings input,
    OutputSettings output,
    AttentionSettings attention,
    LinguisticsSettings linguistics,
    List<String> patterns,
    CooccurrenceSettings cooccurrence,
    MlmSettings mlm,
    UntrainedSettings untrained,
    EffectSettings effects,
    List<String> units,
    boolean pairScores,
    boolean byPrediction,
    CalibrationSettings calibration,
    DistanceSettings distances,
    ExemplarSettings exemplars,
    int maxChunks,
    double untilHalfWidth,
    List<String> untilPatterns,
    Thresholds grades,
    Map<String, Object> effective) {

  /**
   * Prefixes of the keys that are not part of a run's identity. They do not change the numbers in
   * its tables, or only through the rows that are read and the instruction set that is chosen,
   * which are part of the identity themselves. The effects can be measured after a run, and {@code
   * run.json} has a record of their own.
   */
  private static final List<String> CIRCUMSTANCES =
      List.of(
          "model",
          "model-name",
          "input.",
          "output.",
          "effects.",
          "max-chunks",
          "until-",
          "attention.isa");

  public ProfileSettings {
    require(model != null, "no model: name it with --model");
    require(!input.paths().isEmpty(), "no input: name at least one with --input");
    require(output.path() != null, "no output: name it with --output");
    Range.atLeast(0, "max-chunks", maxChunks);
    Range.fraction("until-half-width", untilHalfWidth);
    patterns = List.copyOf(patterns);
    units = List.copyOf(units);
    untilPatterns = List.copyOf(untilPatterns);
  }

  /** Returns the settings of when to stop before all chunks have run. */
  public UntilSettings until() {
    return new UntilSettings(untilHalfWidth, untilPatterns);
  }

  /**
   * Returns the settings that determine the numbers, by key. Runs that agree in these, the model
   * and the input have equal tables.
   */
  public Map<String, Object> science() {
    return science(effective);
  }

  /** Returns those of some settings, by key, that are part of a run's identity. */
  public static Map<String, Object> science(Map<String, Object> settings) {
    Map<String, Object> science = new TreeMap<>(settings);
    science.keySet().removeIf(key -> CIRCUMSTANCES.stream().anyMatch(key::startsWith));
    return science;
  }

  private static void require(boolean given, String message) {
    if (!given) {
      throw new UsageException(message);
    }
  }
}
