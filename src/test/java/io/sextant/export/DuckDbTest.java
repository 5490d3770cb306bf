package io.sextant.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.fault.BadInputException;
import io.sextant.table.RunDirectory;
import io.sextant.table.Schema;
import io.sextant.table.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DuckDbTest {
  private static final int ROWS = 50;

  @TempDir Path folder;

  @Test
  void everyTableHasTheRowsOfEveryRunOnce() throws SQLException {
    RunDirectory a = MadeRun.write(folder.resolve("a"), "a", ROWS);
    export(a, MadeRun.write(folder.resolve("b"), "b", 7), a);
    try (Connection duck = open()) {
      for (Table<?> table : Table.all()) {
        String exported = "select * from \"" + table.name() + "\" where run_id = 'a'";
        String parquet =
            "select * from '" + folder.resolve("a") + "/" + table.name() + "/*.parquet'";
        assertThat(number(duck, "select count(*) from (" + exported + ")")).isEqualTo(ROWS);
        assertThat(
                number(duck, "select count(*) from (" + exported + " except all " + parquet + ")"))
            .as(table.name())
            .isZero();
        assertThat(number(duck, "select count(*) from \"" + table.name() + "\""))
            .isEqualTo(ROWS + 7);
      }
    }
  }

  @Test
  void runsSaysWhatEachRunWas() throws SQLException {
    export(MadeRun.write(folder.resolve("a"), "a", 1), MadeRun.write(folder.resolve("b"), "b", 1));
    try (Connection duck = open();
        ResultSet runs = duck.createStatement().executeQuery("from runs order by run_id")) {
      assertThat(runs.next()).isTrue();
      assertThat(runs.getString("run_id")).isEqualTo("a");
      assertThat(runs.getString("model")).isEqualTo("bert");
      assertThat(runs.getString("input")).isEqualTo("x.tsv y.tsv");
      assertThat(runs.getString("started")).isEqualTo("2026-11-23T20:15:00Z");
      assertThat(runs.getDouble("seconds")).isEqualTo(3.75);
      assertThat(runs.getLong("pairs_profiled")).isEqualTo(4);
      assertThat(runs.next()).isTrue();
      assertThat(runs.getString("run_id")).isEqualTo("b");
      assertThat(runs.next()).isFalse();
    }
  }

  @Test
  void columnsCarryTheirDescriptions() throws SQLException {
    export(MadeRun.write(folder.resolve("a"), "a", 1));
    Schema.Column column = Table.HEAD_OFFSETS.schema().columns().get(4);
    try (Connection duck = open();
        ResultSet comment =
            duck.createStatement()
                .executeQuery(
                    "select comment from duckdb_columns() where table_name = 'head_offsets'"
                        + " and column_name = '"
                        + column.name()
                        + "'")) {
      assertThat(comment.next()).isTrue();
      assertThat(comment.getString(1)).isEqualTo(column.description());
    }
  }

  @Test
  void aTableOfAnotherVersionGetsTheColumnsThatItLacks() throws SQLException {
    try (Connection duck = open()) {
      duck.createStatement().execute("create table rejects (later integer, run_id varchar)");
      duck.createStatement().execute("insert into rejects values (1, 'other'), (2, 'a')");
    }
    export(MadeRun.write(folder.resolve("a"), "a", 3));
    try (Connection duck = open()) {
      assertThat(number(duck, "select count(*) from rejects where reason is not null"))
          .isEqualTo(3);
      assertThat(number(duck, "select sum(later) from rejects")).isEqualTo(1);
    }
  }

  @Test
  void anExportThatFailsLeavesWhatWasThere() throws Exception {
    export(MadeRun.write(folder.resolve("a"), "a", ROWS));
    RunDirectory broken = MadeRun.write(folder.resolve("a"), "a", 3);
    List<Table<?>> tables = Table.all();
    Path last = folder.resolve("a").resolve(tables.get(tables.size() - 1).name());
    try (var parts = Files.list(last)) {
      Files.writeString(parts.findFirst().orElseThrow(), "no parquet");
    }
    assertThatThrownBy(() -> export(broken)).isInstanceOf(RuntimeException.class);
    try (Connection duck = open()) {
      for (Table<?> table : tables) {
        assertThat(number(duck, "select count(*) from \"" + table.name() + "\"")).isEqualTo(ROWS);
      }
    }
  }

  @Test
  void aRunWithoutATableHasNoRowsInIt() throws Exception {
    RunDirectory run = MadeRun.write(folder.resolve("a"), "a", 3);
    export(run);
    run.delete(run.resolve("exemplars"));
    export(run);
    try (Connection duck = open()) {
      assertThat(number(duck, "select count(*) from exemplars")).isZero();
      assertThat(number(duck, "select count(*) from rejects")).isEqualTo(3);
    }
  }

  @Test
  void whatIsNoRunIsRefused() {
    RunDirectory run = MadeRun.write(folder.resolve("a"), "a", 1);
    run.write(MadeRun.manifest("a", "running"));
    assertThatThrownBy(() -> new RunTables(run))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("'running'");
    run.write(MadeRun.manifest("a", "failed"));
    run.delete(run.resolve("head_patterns"));
    assertThatThrownBy(() -> new RunTables(run))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("'failed'");
  }

  @Test
  void aFileThatIsNoDatabaseIsRefused() throws IOException {
    Files.writeString(
        folder.resolve("runs.duckdb"), "no database, but longer than a header".repeat(999));
    assertThatThrownBy(() -> Destination.open("duckdb:" + folder.resolve("runs.duckdb")))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("runs.duckdb");
    assertThatThrownBy(() -> Destination.open("duckdb:" + folder.resolve("absent/runs.duckdb")))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("absent");
  }

  private void export(RunDirectory... runs) {
    try (Destination duck = Destination.open("duckdb:" + folder.resolve("runs.duckdb"))) {
      for (RunDirectory run : runs) {
        duck.put(new RunTables(run));
      }
    }
  }

  private Connection open() throws SQLException {
    return DriverManager.getConnection("jdbc:duckdb:" + folder.resolve("runs.duckdb"));
  }

  private static long number(Connection connection, String sql) throws SQLException {
    try (ResultSet row = connection.createStatement().executeQuery(sql)) {
      assertThat(row.next()).isTrue();
      return row.getLong(1);
    }
  }
}
