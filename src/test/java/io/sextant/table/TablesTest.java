package io.sextant.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.fault.BadInputException;
import io.sextant.table.row.Exemplar;
import io.sextant.table.row.HeadKey;
import io.sextant.table.row.HeadProfile;
import io.sextant.table.row.Reject;
import io.sextant.table.row.ShownPair;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TablesTest {
  private static final Exemplar EXEMPLAR =
      new Exemplar(
          new HeadKey("run", 2, 0),
          "next",
          1,
          .99,
          new ShownPair(
              "p1",
              List.of("[CLS]", "naïve", "\"quoted\"", "[SEP]"),
              new int[] {0, 0, 0, 0},
              new int[] {-1, 0, 1, -1},
              List.of("naïve", "\"quoted\"")),
          new float[] {.25f, .75f, 0, 1});

  @TempDir Path folder;

  static List<Table<?>> tables() {
    return Table.all();
  }

  @ParameterizedTest
  @MethodSource("tables")
  <R extends Record> void everyColumnIsDescribedAndDuckDbSeesItsType(Table<R> table)
      throws SQLException {
    run().write(table, Collections.emptyIterator());
    Map<String, String> types = new LinkedHashMap<>();
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        ResultSet columns =
            duck.createStatement().executeQuery("describe select * from '" + file(table) + "'")) {
      while (columns.next()) {
        types.put(columns.getString(1), columns.getString(2));
      }
    }
    assertThat(types.keySet())
        .containsExactlyElementsOf(
            table.schema().columns().stream().map(Schema.Column::name).toList());
    for (Schema.Column column : table.schema().columns()) {
      assertThat(column.description()).as(column.name()).hasSizeGreaterThan(10);
      assertThat(types.get(column.name())).as(column.name()).isEqualTo(duckType(column.type()));
    }
  }

  @Test
  void rowsReadBackAsTheyWereWritten() {
    run().write(Table.EXEMPLARS, List.of(EXEMPLAR).iterator());
    Exemplar read = run().read(Table.EXEMPLARS).get(0);
    assertThat(read).usingRecursiveComparison().isEqualTo(EXEMPLAR);
    Reject reject = new Reject("run", "null_sentence", null, "file:/x", null, "a\tb\u0000\n");
    run().write(Table.REJECTS, List.of(reject).iterator());
    assertThat(run().read(Table.REJECTS)).containsExactly(reject);
  }

  @Test
  void whatWasNotMeasuredIsNullInTheFileAndNanInTheRecord() throws SQLException {
    run().write(Table.HEAD_PROFILE, List.of(profile(Double.NaN)).iterator());
    assertThat(run().read(Table.HEAD_PROFILE).get(0).entropy().value()).isNaN();
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        ResultSet row =
            duck.createStatement()
                .executeQuery("select entropy, cls from '" + file(Table.HEAD_PROFILE) + "'")) {
      assertThat(row.next()).isTrue();
      assertThat(row.getObject(1)).isNull();
      assertThat(row.getDouble(2)).isEqualTo(.5);
    }
  }

  @Test
  void aTableOfAnotherVersionIsRefusedByTheColumnThatItLacks() throws Exception {
    run().write(Table.EXEMPLARS, List.of(EXEMPLAR).iterator());
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:")) {
      String file = file(Table.EXEMPLARS).toString();
      duck.createStatement()
          .execute("create table old as select * exclude (word_of) from '" + file + "'");
      duck.createStatement().execute("copy old to '" + file + "' (format parquet)");
    }
    Files.deleteIfExists(
        file(Table.EXEMPLARS).resolveSibling("." + file(Table.EXEMPLARS).getFileName() + ".crc"));
    assertThatThrownBy(() -> run().read(Table.EXEMPLARS))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("has no column word_of");
  }

  @Test
  void equalRowsGiveEqualBytes() throws IOException {
    run().write(Table.EXEMPLARS, List.of(EXEMPLAR, EXEMPLAR).iterator());
    byte[] first = Files.readAllBytes(file(Table.EXEMPLARS));
    run().write(Table.EXEMPLARS, List.of(EXEMPLAR, EXEMPLAR).iterator());
    assertThat(Files.readAllBytes(file(Table.EXEMPLARS))).isEqualTo(first);
  }

  @Test
  void aDirectoryThatIsNoRunIsRefusedByName() {
    assertThatThrownBy(() -> run().manifest())
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining(folder.toString())
        .hasMessageContaining("run.json");
    assertThatThrownBy(() -> run().read(Table.REJECTS))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("rejects");
  }

  @Test
  void theManifestReadsBackAsItWasWritten() {
    RunManifest manifest =
        Manifests.small()
            .runId("run")
            .model(new RunManifest.Model("bert", "/models/bert", "abc", null, null, 12, 12, 768))
            .input(new RunManifest.Input(List.of("x.tsv"), "tsv", "def-2", "0c"))
            .engine(new RunManifest.Engine("nd4j", "f32", "avx2", 1))
            .counts(new RunManifest.Counts(2, 1, 1, 0, 0, 1, 1))
            .configuration(Map.of("patterns", List.of("next")))
            .versions(Map.of("java", "17"))
            .stages(Map.of("chunks", 1.5))
            .tables(Map.of("rejects", new RunManifest.TableFiles(1, 7, "ab")))
            .build();
    run().write(manifest);
    assertThat(run().manifest()).isEqualTo(manifest);
    assertThatThrownBy(() -> run().readableManifest())
        .as("a run without a version of its tables")
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("has tables of version 1")
        .hasMessageContaining("reads version " + RunManifest.TABLES_VERSION);
    assertThat(folder.resolve("run.json")).content().contains("\"chunks_done\" : 1");
  }

  private RunDirectory run() {
    return RunDirectory.at(folder.toString(), new Configuration());
  }

  private Path file(Table<?> table) {
    return folder.resolve(table.name()).resolve("part-00000.zstd.parquet");
  }

  private static HeadProfile profile(double entropy) {
    return Table.HEAD_PROFILE
        .row()
        .set("run_id", "run")
        .set("layer", 0)
        .set("head", 0)
        .set("unit", "token")
        .set("stratum", "all")
        .set("n_clusters", 1L)
        .set("n_queries", 5L)
        .set("entropy", entropy)
        .set("entropy_ratio", .1)
        .set("entropy_all_rows", .2)
        .set("mean_distance", 1.)
        .set("confidence", .9)
        .set("cls", .5)
        .set("first_sep", .1)
        .set("second_sep", .1)
        .set("delimiter", .7)
        .set("norm_delimiter", .2)
        .set("noop_index", .3)
        .set("map_x", 0.)
        .set("map_y", 0.)
        .build();
  }

  private static String duckType(String type) {
    return switch (type) {
      case "string" -> "VARCHAR";
      case "int" -> "INTEGER";
      case "long" -> "BIGINT";
      case "double" -> "DOUBLE";
      case "boolean" -> "BOOLEAN";
      case "list<string>" -> "VARCHAR[]";
      case "list<int>" -> "INTEGER[]";
      case "list<float>" -> "FLOAT[]";
      default -> throw new AssertionError(type);
    };
  }
}
