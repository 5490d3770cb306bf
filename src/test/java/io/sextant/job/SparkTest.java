package io.sextant.job;

import io.sextant.bert.TinyCheckpoint;
import io.sextant.config.SettingsLoader;
import io.sextant.table.RunManifest;
import io.sextant.table.Table;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.io.TempDir;

/** The base of the job's tests, with a tiny model, a folder and runs on local Spark. */
public abstract class SparkTest {
  static final String TWO_CORES = "local[2]";

  @TempDir static Path models;

  @TempDir Path folder;

  /** The output of the test's runs. */
  final ByteArrayOutputStream said = new ByteArrayOutputStream();

  static Path model() {
    Path directory = models.resolve("tiny");
    return Files.exists(directory) ? directory : TinyCheckpoint.write(directory);
  }

  /** Runs the job in a session that is closed afterwards. */
  RunManifest run(String master, Path input, String output, Map<String, Object> flags) {
    SparkSession spark = session(master);
    try {
      return run(spark, input, output, flags);
    } finally {
      spark.stop();
    }
  }

  /** Runs the job in a session that stays open. */
  RunManifest run(SparkSession spark, Path input, String output, Map<String, Object> flags) {
    return job(spark, input, output, flags).run();
  }

  /** Returns a job that has not run yet. */
  ProfileJob job(SparkSession spark, Path input, String output, Map<String, Object> flags) {
    Map<String, Object> all = new HashMap<>();
    all.put("model", model().toString());
    all.put("input.paths", List.of(input.toString()));
    all.put("output.path", folder.resolve(output).toString());
    all.put("grades.min-pairs", 20);
    all.put("grades.min-queries", 20);
    all.putAll(flags);
    return new ProfileJob(
        spark, SettingsLoader.load(null, all), new PrintStream(said, true, StandardCharsets.UTF_8));
  }

  public static SparkSession session(String master) {
    return SparkSession.builder()
        .master(master)
        .config("spark.ui.enabled", false)
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.host", "127.0.0.1")
        .getOrCreate();
  }

  /** Returns the path of a table's files, for DuckDB. */
  String parquet(String output, Table<?> table) {
    return folder.resolve(output).resolve(table.name()) + "/*.parquet";
  }

  /** Returns the first column of a DuckDB query's result as text. */
  static List<String> duck(String query) throws SQLException {
    List<String> found = new ArrayList<>();
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        ResultSet rows = duck.createStatement().executeQuery(query)) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    }
    return found;
  }

  /** Returns the bytes of every table by name. */
  Map<String, String> tables(String output) {
    Map<String, String> bytes = new LinkedHashMap<>();
    for (Table<?> table : Table.all()) {
      if (!Files.exists(folder.resolve(output).resolve(table.name()))) {
        continue;
      }
      try (Stream<Path> files = Files.list(folder.resolve(output).resolve(table.name()))) {
        StringBuilder all = new StringBuilder();
        for (Path file : files.sorted().toList()) {
          all.append(file.getFileName())
              .append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
        }
        bytes.put(table.name(), all.toString());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return bytes;
  }
}
