package io.sextant.job.input;

import io.sextant.config.InputSettings;
import io.sextant.fault.BadInputException;
import io.sextant.fault.UsageException;
import io.sextant.job.input.file.InputFault;
import java.util.List;
import org.apache.spark.SparkException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * What a run reads.
 *
 * @param spark the session that reads
 * @param settings the paths, the format and the columns
 * @param rows the rows of the calling program; null where the settings name the input
 */
public record InputRequest(SparkSession spark, InputSettings settings, Dataset<Row> rows) {

  /** Returns the request for an input that the settings name. */
  public static InputRequest of(SparkSession spark, InputSettings settings) {
    return new InputRequest(spark, settings, null);
  }

  /** Returns whether Spark knows the rows without our readers: a Dataset or a table. */
  static boolean namesRows(InputSettings settings) {
    boolean rows = settings.namesTable() || settings.namesDataset();
    if (rows && settings.paths().size() > 1) {
      throw new UsageException(
          "a table is an input of its own, found " + settings.paths() + ": name it alone");
    }
    if (rows && !settings.format().equals("auto")) {
      throw new UsageException(
          "--format has no meaning with " + settings.paths().get(0) + ": leave it out");
    }
    return rows;
  }

  /**
   * Returns the rows that Spark reads: those of the calling program, of a table of its catalog, or
   * of files in a format of its data sources.
   *
   * @throws BadInputException if there is no such table, or the files cannot be read
   */
  Dataset<Row> sparkRows() {
    if (rows != null) {
      return rows;
    }
    if (settings.namesDataset()) {
      throw new BadInputException(
          settings.paths().get(0)
              + " is the name of rows of a program that calls Sextant: name files, or table:NAME");
    }
    try {
      return settings.namesTable()
          ? spark.table(place().substring(InputSettings.TABLE.length()))
          : spark.read().format(settings.format()).load(settings.paths().toArray(String[]::new));
    } catch (Exception e) {
      // Spark throws a SparkException for a catalog whose class is not on the class path.
      String fault = e instanceof SparkException ? e.getMessage() : InputFault.of(e);
      if (fault == null) {
        throw e;
      }
      throw new BadInputException(
          "cannot read " + place() + ": " + fault.strip().replaceAll("\\s+", " "), e);
    }
  }

  /** Returns the input's name for messages and for the file of each row. */
  String place() {
    List<String> paths = settings.paths();
    return paths.size() == 1 ? paths.get(0) : paths.toString();
  }

  /** Returns the name of the format, as {@code run.json} records it. */
  public String format() {
    if (settings.namesDataset()) {
      return "dataset";
    }
    return settings.namesTable() ? "table" : settings.format();
  }
}
