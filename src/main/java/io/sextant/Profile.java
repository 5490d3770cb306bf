package io.sextant;

import io.sextant.config.InputSettings;
import io.sextant.config.ProfileSettings;
import io.sextant.config.RunSettings;
import io.sextant.fault.BadInputException;
import io.sextant.fault.Suggestion;
import io.sextant.job.EffectsJob;
import io.sextant.report.Pictures;
import io.sextant.report.ReportFolder;
import io.sextant.table.RunDirectory;
import io.sextant.table.RunManifest;
import io.sextant.table.Table;
import io.sextant.table.row.HeadPattern;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** A run: its tables, its folder and its report. {@code docs/tables.md} describes the tables. */
public final class Profile {
  private final SparkSession spark;
  private final RunDirectory directory;

  Profile(SparkSession spark, RunDirectory directory) {
    this.spark = spark;
    this.directory = directory;
  }

  /** Returns the address of the run's folder. */
  public String folder() {
    return directory.root().toString();
  }

  /** Returns the run's id: equal ids mean equal tables. */
  public String id() {
    return directory.readableManifest().runId();
  }

  /** Returns the names of the tables that this run has. */
  public List<String> tables() {
    return Table.all().stream().filter(directory::has).map(Table::name).toList();
  }

  /**
   * Returns a table.
   *
   * @param name such as {@code head_patterns}
   * @throws BadInputException if the run has no table of that name; the message lists those it has
   */
  public Dataset<Row> table(String name) {
    if (!tables().contains(name)) {
      throw new BadInputException(
          folder()
              + " has no table "
              + name
              + Suggestion.of(name, tables())
              + "; it has "
              + String.join(", ", tables()));
    }
    return spark.read().parquet(directory.resolve(name).toString());
  }

  /**
   * Returns the table {@code head_patterns}: a row for every unit, stratum, layer, head, pattern
   * and part.
   */
  public Dataset<Row> headPatterns() {
    return table(Table.HEAD_PATTERNS.name());
  }

  /** Returns the rows of {@code head_patterns} as records. They are read into memory. */
  public List<HeadPattern> headPatternRows() {
    return directory.readIfThere(Table.HEAD_PATTERNS);
  }

  /**
   * Draws the report into the run's folder.
   *
   * @return the address of its page
   */
  public String report() {
    return ReportFolder.write(directory, Pictures.ALL).page();
  }

  /** Draws the report into a local folder; the page is its {@code index.html}. */
  public void report(Path folder) {
    ReportFolder.write(directory, folder, Pictures.ALL);
  }

  /**
   * Measures what the heads do to the model's output, and writes the tables {@code head_effects},
   * {@code pattern_effects} and {@code label_effects}. One that was interrupted is continued.
   *
   * @param pairs the run's pairs; null to read them from where the run read them
   * @param settings those of {@code effects.*}, and the {@code model} and {@code input.paths} if
   *     they have moved, by key
   * @param out takes lines about what is done
   * @throws BadInputException if the run has not succeeded, or the pairs or the model are others
   */
  public void effects(Dataset<Row> pairs, Map<String, Object> settings, PrintStream out) {
    RunManifest run = EffectsJob.succeeded(directory);
    Map<String, Object> given = new HashMap<>(settings);
    if (pairs != null) {
      given.put("input.paths", List.of(InputSettings.DATASET + "pairs"));
      given.put("input.format", "auto");
    }
    ProfileSettings all = RunSettings.forEffects(run.configuration(), folder(), given);
    EffectsJob job = new EffectsJob(spark, all, out);
    (pairs == null ? job : job.reading(pairs)).run();
  }

  /**
   * Draws one pair with the run's model, as {@link Sextant#view} does.
   *
   * @throws BadInputException if the model is not any more where it was
   */
  public void view(List<String> sentences, Path page) {
    Sextant.view(
        String.valueOf(directory.readableManifest().configuration().get("model")), sentences, page);
  }

  /** Returns what a shell shows: the folder, the model, the number of pairs and the status. */
  @Override
  public String toString() {
    RunManifest run = directory.readableManifest();
    return String.format(
        Locale.ROOT,
        "Profile(%s: %s, %,d pairs, %s)",
        folder(),
        run.model().name(),
        run.counts().profiled(),
        run.status());
  }
}
