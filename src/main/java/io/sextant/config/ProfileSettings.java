package io.sextant.config;

import io.sextant.fault.UsageException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All settings of a run. A component has the name of its key in {@code reference.conf}, which
 * documents it; it may be null where its default is.
 *
 * @param effective every setting as it was written, by key: what the components were bound from
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
    List<String> units,
    boolean pairScores,
    CalibrationSettings calibration,
    DistanceSettings distances,
    ExemplarSettings exemplars,
    int maxChunks,
    double untilHalfWidth,
    List<String> untilPatterns,
    Thresholds grades,
    Map<String, Object> effective) {

  /**
   * Keys that say where and how a run happens, and change no number in its tables, or do so by what
   * they come to: the rows that are read, the instruction set that is settled.
   */
  private static final List<String> CIRCUMSTANCES =
      List.of("model", "model-name", "input.", "output.", "max-chunks", "until-", "attention.isa");

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

  /** When to stop before all chunks have run. */
  public UntilSettings until() {
    return new UntilSettings(untilHalfWidth, untilPatterns);
  }

  /**
   * The settings that decide the numbers, by key: where these, the model and the input are equal,
   * the tables are.
   */
  public Map<String, Object> science() {
    Map<String, Object> science = new TreeMap<>(effective);
    science.keySet().removeIf(key -> CIRCUMSTANCES.stream().anyMatch(key::startsWith));
    return science;
  }

  private static void require(boolean given, String message) {
    if (!given) {
      throw new UsageException(message);
    }
  }
}
