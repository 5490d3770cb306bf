package io.sextant;

import io.sextant.config.InputSettings;
import io.sextant.config.ProfileSettings;
import io.sextant.config.SettingsLoader;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The settings of a run that differ from the defaults. An object is immutable; every method returns
 * another. {@code docs/settings.md} lists the keys, their defaults and their ranges; the values are
 * checked when the run begins.
 *
 * <pre>{@code
 * ProfileOptions options =
 *     ProfileOptions.of("/models/bert-base-uncased", "run")
 *         .sentences("premise", "hypothesis")
 *         .option("grades.min-pairs", 500);
 * }</pre>
 */
public final class ProfileOptions {
  private final Path file;
  private final Map<String, Object> values;

  private ProfileOptions(Path file, Map<String, Object> values) {
    this.file = file;
    this.values = values;
  }

  /**
   * Returns the options of a run.
   *
   * @param model a folder as Hugging Face's {@code save_pretrained} writes it, another checkpoint,
   *     or the name of a model in Hugging Face's local cache
   * @param output the folder to write, on any Hadoop file system
   */
  public static ProfileOptions of(String model, String output) {
    return of(Map.of("model", model, "output.path", output));
  }

  /** Returns options by their keys. */
  public static ProfileOptions of(Map<String, Object> values) {
    return new ProfileOptions(null, Map.copyOf(values));
  }

  /** Returns options whose defaults are those of a HOCON file. */
  public ProfileOptions file(Path defaults) {
    return new ProfileOptions(defaults, values);
  }

  /** Returns the options with another value; a text is read as in a configuration file. */
  public ProfileOptions option(String key, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(values);
    more.put(key, value);
    return new ProfileOptions(file, more);
  }

  /** Returns the options for pairs whose sentences are in the columns of these names. */
  public ProfileOptions sentences(String first, String second) {
    return option("input.sentence-a", first).option("input.sentence-b", second);
  }

  /** Returns the options for single sentences in the column of this name. */
  public ProfileOptions sentences(String only) {
    return option("input.sentence-a", only);
  }

  /** Returns the options for pairs that the column of this name identifies. */
  public ProfileOptions id(String column) {
    return option("input.id", column);
  }

  /** Returns the options for clusters of pairs that share the value of the column of this name. */
  public ProfileOptions group(String column) {
    return option("input.group", column);
  }

  /** Returns the options for the rows of a Dataset, which has a name for the run's record. */
  ProfileOptions ofDataset() {
    return values.containsKey("input.paths")
        ? this
        : option("input.paths", List.of(InputSettings.DATASET + "pairs"));
  }

  /**
   * Returns the settings of a run.
   *
   * @throws io.sextant.fault.BadInputException if a key is unknown or a value is not allowed
   */
  ProfileSettings settings() {
    return SettingsLoader.load(file, values);
  }
}
