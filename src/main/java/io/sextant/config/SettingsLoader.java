package io.sextant.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigValueFactory;
import io.sextant.config.OutputSettings.Existing;
import io.sextant.config.Thresholds.Cut;
import io.sextant.config.Thresholds.Cuts;
import io.sextant.fault.BadInputException;
import io.sextant.fault.UsageException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Settings from flags, over a HOCON file, over {@code reference.conf}. */
public final class SettingsLoader {
  /**
   * Keys that say where and how a run happens, and change no number in its tables, or do so by what
   * they come to: the rows that are read, the instruction set that is settled.
   */
  private static final List<String> CIRCUMSTANCES =
      List.of("model", "model-name", "input.", "output.", "max-chunks", "until-", "attention.isa");

  private SettingsLoader() {}

  /**
   * Loads the settings of a run.
   *
   * @param file a HOCON file; null for none
   * @param flags what the command line sets, by key without the leading {@code sextant.}
   * @throws UsageException if a key is unknown, a value is of the wrong type or out of range, or
   *     model, input or output is missing
   * @throws BadInputException if the file is not there, or is no HOCON
   */
  public static ProfileSettings load(Path file, Map<String, Object> flags) {
    Config reference = ConfigFactory.parseResources(SettingsLoader.class, "/reference.conf");
    Config fromFile = file == null ? ConfigFactory.empty() : parse(file);
    Config fromFlags = ConfigFactory.empty();
    for (Map.Entry<String, Object> flag : flags.entrySet()) {
      fromFlags =
          fromFlags.withValue(
              "sextant." + flag.getKey(),
              ConfigValueFactory.fromAnyRef(flag.getValue(), flag.getKey()));
    }
    Config given = fromFlags.withFallback(fromFile);
    KnownKeys.of(reference).check(given);
    try {
      return read(given.withFallback(reference).resolve().getConfig("sextant"));
    } catch (ConfigException e) {
      throw new UsageException("bad setting: " + e.getMessage(), e);
    }
  }

  private static Config parse(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new BadInputException("there is no configuration file " + file);
    }
    try {
      return ConfigFactory.parseFile(file.toFile());
    } catch (ConfigException e) {
      throw new BadInputException(file + " is not a configuration file: " + e.getMessage(), e);
    }
  }

  private static ProfileSettings read(Config config) {
    Config input = config.getConfig("input");
    Config output = config.getConfig("output");
    Config attention = config.getConfig("attention");
    Config exemplars = config.getConfig("exemplars");
    if (input.getStringList("paths").isEmpty()) {
      throw new UsageException("no input: name at least one with --input");
    }
    return new ProfileSettings(
        required(config, "model", "--model"),
        optional(config, "model-name"),
        new InputSettings(
            List.copyOf(input.getStringList("paths")),
            input.getString("format"),
            optional(input, "sentence-a"),
            optional(input, "sentence-b"),
            optional(input, "id"),
            optional(input, "group"),
            optional(input, "text"),
            atLeast(input, "sentence-words", 1),
            optional(input, "pipeline"),
            fraction(input, "max-reject-rate"),
            new TextSettings(
                optional(input, "encoding"),
                optional(input, "separator"),
                optional(input, "quote"))),
        new OutputSettings(
            required(output, "path", "--output"),
            existing(output.getString("existing")),
            output.getBoolean("keep-chunks")),
        new AttentionSettings(
            attention.getString("backend"),
            attention.getString("precision"),
            attention.getString("isa"),
            atLeast(attention, "max-tokens", 0),
            atLeast(attention, "batch-tokens", 1),
            attention.getBoolean("norms")),
        new LinguisticsSettings(
            config.getString("linguistics.language"), fraction(config, "linguistics.max-mismatch")),
        List.copyOf(config.getStringList("patterns")),
        cooccurrence(config.getConfig("cooccurrence")),
        new MlmSettings(atLeast(config, "mlm.pairs", 0), atLeast(config, "mlm.max-tokens", 1)),
        List.copyOf(config.getStringList("units")),
        config.getBoolean("pair-scores"),
        new ExemplarSettings(
            atLeast(exemplars, "per-head", 0),
            atLeast(exemplars, "max-tokens", 0),
            atLeast(exemplars, "min-queries", 1)),
        atLeast(config, "calibration.pairs", 1),
        new DistanceSettings(
            atLeast(config, "distances.pairs", 0), atLeast(config, "distances.rows", 1)),
        thresholds(config.getConfig("grades")),
        atLeast(config, "max-chunks", 0),
        new UntilSettings(
            fraction(config, "until-half-width"),
            List.copyOf(config.getStringList("until-patterns"))),
        science(config),
        flat(config));
  }

  private static CooccurrenceSettings cooccurrence(Config config) {
    return new CooccurrenceSettings(
        config.getBoolean("enabled"),
        atLeast(config, "min-count", 1),
        config.getDouble("min-llr"),
        atLeast(config, "max-words", 2),
        atLeast(config, "max-pairs", 1));
  }

  private static Thresholds thresholds(Config grades) {
    return new Thresholds(
        grades.getLong("min-pairs"),
        grades.getLong("min-queries"),
        fraction(grades, "consistency"),
        fraction(grades, "q-value"),
        cuts(grades.getConfig("position")),
        cuts(grades.getConfig("mark")),
        cuts(grades.getConfig("content")));
  }

  private static Cuts cuts(Config family) {
    return new Cuts(cut(family, "dominant"), cut(family, "strong"), cut(family, "present"));
  }

  private static Cut cut(Config family, String grade) {
    double auc = family.hasPath(grade + ".auc") ? family.getDouble(grade + ".auc") : 0;
    return new Cut(family.getDouble(grade + ".share"), family.getDouble(grade + ".lift"), auc);
  }

  private static Existing existing(String name) {
    for (Existing existing : Existing.values()) {
      if (existing.name().toLowerCase(Locale.ROOT).equals(name)) {
        return existing;
      }
    }
    throw new UsageException(
        "output.existing is '" + name + "': choose refuse, overwrite or resume");
  }

  private static String required(Config config, String key, String flag) {
    String value = optional(config, key);
    if (value == null) {
      throw new UsageException("no " + key + ": name it with " + flag);
    }
    return value;
  }

  private static String optional(Config config, String key) {
    return config.getIsNull(key) ? null : config.getString(key);
  }

  private static double fraction(Config config, String key) {
    double value = config.getDouble(key);
    if (!(value >= 0 && value <= 1)) {
      throw new UsageException(key + " is " + value + ": it must be from 0 to 1");
    }
    return value;
  }

  private static int atLeast(Config config, String key, int least) {
    int value = config.getInt(key);
    if (value < least) {
      throw new UsageException(key + " is " + value + ": it must be at least " + least);
    }
    return value;
  }

  private static Map<String, Object> flat(Config config) {
    Map<String, Object> values = new TreeMap<>();
    config.entrySet().forEach(entry -> values.put(entry.getKey(), entry.getValue().unwrapped()));
    return values;
  }

  private static Map<String, Object> science(Config config) {
    Map<String, Object> values = flat(config);
    values.keySet().removeIf(key -> CIRCUMSTANCES.stream().anyMatch(key::startsWith));
    return values;
  }
}
