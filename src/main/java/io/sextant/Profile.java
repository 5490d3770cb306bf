package io.sextant;

import io.sextant.fault.BadInputException;
import io.sextant.fault.Suggestion;
import io.sextant.report.Pictures;
import io.sextant.report.ReportFolder;
import io.sextant.table.RunDirectory;
import io.sextant.table.Table;
import io.sextant.table.row.HeadPattern;
import java.nio.file.Path;
import java.util.List;
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
   * Draws one pair with the run's model, as {@link Sextant#view} does.
   *
   * @throws BadInputException if the model is not any more where it was
   */
  public void view(List<String> sentences, Path page) {
    Sextant.view(
        String.valueOf(directory.readableManifest().configuration().get("model")), sentences, page);
  }
}
