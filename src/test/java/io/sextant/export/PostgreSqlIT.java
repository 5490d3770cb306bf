package io.sextant.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.fault.BadInputException;
import io.sextant.table.RunDirectory;
import io.sextant.table.Schema;
import io.sextant.table.Table;
import io.sextant.table.row.Exemplar;
import io.sextant.table.row.HeadProfile;
import io.sextant.table.row.Reject;
import io.sextant.testing.PostgreSqlServer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the export into a real PostgreSQL server. */
class PostgreSqlIT {
  /** More than one batch. */
  private static final int ROWS = 1_234;

  private static PostgreSqlServer server;

  @TempDir Path folder;

  @BeforeAll
  static void start() {
    server = PostgreSqlServer.start();
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
  }

  @AfterEach
  void clear() throws SQLException {
    try (Connection connection = server.connect()) {
      connection.createStatement().execute("drop schema public cascade; create schema public");
    }
  }

  @Test
  void everyTableHasTheRowsOfEveryRunOnce() throws SQLException {
    RunDirectory a = MadeRun.write(folder.resolve("a"), "a", ROWS);
    export(a, MadeRun.write(folder.resolve("b"), "b", 7), a);
    for (Schema schema : RunTables.schemas()) {
      int of = schema.table().equals("runs") ? 1 : ROWS;
      String table = " from \"" + schema.table() + "\"";
      assertThat(number("select count(*)" + table + " where run_id = 'a'")).isEqualTo(of);
      assertThat(number("select count(distinct run_id)" + table)).isEqualTo(2);
    }
  }

  @Test
  void valuesAreWhatTheRunHas() throws SQLException {
    RunDirectory run = MadeRun.write(folder.resolve("a"), "a", 20);
    export(run);
    try (Connection connection = server.connect()) {
      ResultSet row = select(connection, "exemplars");
      for (Exemplar exemplar : run.read(Table.EXEMPLARS)) {
        row.next();
        assertThat(row.getDouble("score")).isEqualTo(exemplar.score());
        assertThat((String[]) row.getArray("tokens").getArray())
            .containsExactly(
                exemplar.pair().tokens().stream()
                    .map(s -> s.replace('\0', '\uFFFD'))
                    .toArray(String[]::new));
        assertThat((Float[]) row.getArray("attention").getArray())
            .containsExactly(
                exemplar.attention()[0], exemplar.attention()[1], exemplar.attention()[2]);
      }
      row = select(connection, "head_profile");
      for (HeadProfile profile : run.read(Table.HEAD_PROFILE)) {
        row.next();
        assertThat(row.getObject("entropy"))
            .isEqualTo(Double.isNaN(profile.entropy().value()) ? null : profile.entropy().value());
        assertThat(row.getLong("n_clusters")).isEqualTo(profile.nClusters());
      }
      row = select(connection, "rejects");
      for (Reject reject : run.read(Table.REJECTS)) {
        row.next();
        assertThat(row.getString("excerpt"))
            .isEqualTo(reject.excerpt() == null ? null : reject.excerpt().replace('\0', '\uFFFD'));
      }
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
    assertThat(number("select count(*) from head_patterns")).isEqualTo(ROWS);
  }

  @Test
  void twoExportsOfARunAtOnceLeaveItOnce() throws SQLException {
    RunDirectory run = MadeRun.write(folder.resolve("a"), "a", 300);
    CompletableFuture<Void> other = CompletableFuture.runAsync(() -> export(run, run, run));
    export(run, run, run);
    other.join();
    assertThat(number("select count(*) from head_patterns")).isEqualTo(300);
    assertThat(number("select count(*) from runs")).isEqualTo(1);
  }

  @Test
  void aWrongPasswordIsNotShown() throws Exception {
    assertThatThrownBy(
            () -> Destination.open(server.url() + "?user=sextant&password=wrong-and-secret"))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("authentication failed")
        .hasMessageNotContaining("secret");
    assertThat(server.log()).doesNotContain("secret");
  }

  @Test
  void aTableOfSomebodyElseIsRefusedByName() throws SQLException {
    try (Connection connection = server.connect()) {
      connection.createStatement().execute("create table runs (run_id text, layers text[])");
    }
    RunDirectory run = MadeRun.write(folder.resolve("a"), "a", 1);
    assertThatThrownBy(() -> export(run))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining(server.url())
        .hasMessageContaining("layers");
  }

  private void export(RunDirectory... runs) {
    String url =
        server.url()
            + "?user=sextant&password="
            + URLEncoder.encode(PostgreSqlServer.PASSWORD, StandardCharsets.UTF_8);
    try (Destination postgres = Destination.open(url)) {
      for (RunDirectory run : runs) {
        postgres.put(new RunTables(run));
      }
    }
  }

  private static ResultSet select(Connection connection, String table) throws SQLException {
    // In order of insertion, because nothing was updated.
    return connection.createStatement().executeQuery("select * from " + table + " order by ctid");
  }

  private static long number(String sql) throws SQLException {
    try (Connection connection = server.connect();
        ResultSet row = connection.createStatement().executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }
}
