package io.sextant.export;

import io.sextant.table.RunDirectory;
import io.sextant.table.RunManifest;
import io.sextant.table.Schema;
import io.sextant.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The tables of one run as rows of values, beginning with the table {@code runs}. */
public final class RunTables {
  private static final Schema RUNS = Schema.load("runs", RunRow.class);

  private final RunDirectory directory;
  private final RunManifest manifest;

  /**
   * Opens the tables of a run directory.
   *
   * @throws io.sextant.fault.BadInputException if there is no run, the run has not ended, or it has
   *     no tables
   */
  public RunTables(RunDirectory directory) {
    this.directory = directory;
    this.manifest = directory.finished();
  }

  public String runId() {
    return manifest.runId();
  }

  /** Returns the schemas of {@code runs} and of all tables that a run may have. */
  public static List<Schema> schemas() {
    List<Schema> schemas = new ArrayList<>();
    schemas.add(RUNS);
    Table.all().forEach(table -> schemas.add(table.schema()));
    return schemas;
  }

  /** Returns the address of the folder of a table's files; empty if the run does not have it. */
  public Optional<String> folder(Schema schema) {
    return Table.all().stream()
        .filter(table -> table.schema().equals(schema) && directory.has(table))
        .map(table -> directory.resolve(table.name()).toString())
        .findFirst();
  }

  /**
   * Passes the rows of a table to a consumer; there are none if the run does not have the table.
   * Values are in the order of the schema's columns. Values that were not measured are null.
   *
   * @return the number of rows
   */
  public long read(Schema schema, Consumer<Object[]> rows) {
    if (schema.equals(RUNS)) {
      rows.accept(Schema.values(RunRow.of(manifest)));
      return 1;
    }
    for (Table<?> table : Table.all()) {
      if (table.schema().equals(schema) && directory.has(table)) {
        long[] count = {0};
        directory.read(
            table,
            row -> {
              rows.accept(Schema.values(row));
              count[0]++;
            });
        return count[0];
      }
    }
    return 0;
  }
}
