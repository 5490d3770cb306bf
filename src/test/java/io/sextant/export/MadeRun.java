package io.sextant.export;

import io.sextant.table.Manifests;
import io.sextant.table.RowBuilder;
import io.sextant.table.RunDirectory;
import io.sextant.table.RunManifest;
import io.sextant.table.RunState;
import io.sextant.table.Schema;
import io.sextant.table.Table;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;

/**
 * A generated run with rows in every table and column, including nulls and text that is hard to
 * escape.
 */
final class MadeRun {
  private static final List<String> TEXTS =
      List.of(
          "=1+1", "+", "-5", "@x", "\tt", "\rr", "\nn", "a,\"b\"\nc", "naïve 語 \0 |", "'", "plain");

  private MadeRun() {}

  /** Writes a run with the given number of rows in each table. */
  static RunDirectory write(Path folder, String runId, int rows) {
    RunDirectory run = RunDirectory.at(folder.toString(), new Configuration());
    run.write(manifest(runId, "succeeded"));
    for (Table<?> table : Table.all()) {
      writeTable(run, table, runId, rows);
    }
    return run;
  }

  static RunManifest manifest(String runId, String status) {
    return Manifests.small()
        .runId(runId)
        .state(RunState.of(status))
        .model(new RunManifest.Model("bert", "/models/bert", "abc", null, null, 12, 12, 768))
        .input(new RunManifest.Input(List.of("x.tsv", "y.tsv"), "tsv", "def-2", "0c"))
        .counts(new RunManifest.Counts(5, 4, 1, 0, 0, 1, 1))
        .configuration(Map.of("patterns", List.of("next")))
        .versions(
            Map.of(
                "java", "17", "sextant", "1", "spark", "3.5", "tables", RunManifest.TABLES_VERSION))
        .stages(Map.of("census", 1.5, "chunks", 2.25))
        .build();
  }

  private static <R extends Record> void writeTable(
      RunDirectory run, Table<R> table, String runId, int rows) {
    run.write(table, IntStream.range(0, rows).mapToObj(i -> row(table, runId, i)).iterator());
  }

  private static <R extends Record> R row(Table<R> table, String runId, int i) {
    List<Schema.Column> columns = table.schema().columns();
    RowBuilder<R> row = table.row().set(columns.get(0).name(), runId);
    for (int c = 1; c < columns.size(); c++) {
      row.set(columns.get(c).name(), value(columns.get(c), i + c));
    }
    return row.build();
  }

  private static Object value(Schema.Column column, int seed) {
    boolean absent = column.nullable() && seed % 3 == 0;
    return switch (column.type()) {
      case "string" -> absent ? null : TEXTS.get(seed % TEXTS.size());
      case "int" -> -seed;
      case "long" -> -seed * 10_000_000_000L;
      case "double" -> absent ? Double.NaN : -seed / 7.0;
      case "boolean" -> seed % 2 == 0;
      case "list<string>" -> TEXTS.subList(0, seed % TEXTS.size());
      case "list<int>" -> IntStream.range(0, seed % 5).toArray();
      case "list<float>" -> new float[] {seed / 3f, 0, 1e-30f};
      default -> throw new AssertionError(column.type());
    };
  }
}
