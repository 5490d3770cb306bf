package io.sextant.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.fault.BadInputException;
import io.sextant.table.RunDirectory;
import io.sextant.table.Table;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvFolderTest {
  private static final int ROWS = 50;

  @TempDir Path folder;

  @Test
  void numbersAndBooleansAreWhatTheyWere() throws SQLException {
    export(
        MadeRun.write(folder.resolve("a"), "a", ROWS), MadeRun.write(folder.resolve("b"), "b", 3));
    String csv = "read_csv('" + folder.resolve("csv/head_offsets/*.csv") + "')";
    String parquet = "'" + folder.resolve("a/head_offsets/*.parquet") + "'";
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        ResultSet row =
            duck.createStatement()
                .executeQuery(
                    "select (select count(*) from "
                        + csv
                        + "), count(*) from (select * exclude (unit) from "
                        + csv
                        + " where run_id = 'a' except all select * exclude (unit) from "
                        + parquet
                        + ")")) {
      row.next();
      assertThat(row.getLong(1)).isEqualTo(ROWS + 3);
      assertThat(row.getLong(2)).isZero();
    }
  }

  @Test
  void textComesBackWithAMarkWhereItWouldBeAFormula() throws IOException {
    RunDirectory run = MadeRun.write(folder.resolve("a"), "a", ROWS);
    export(run);
    List<CSVRecord> rows = parse(folder.resolve("csv/rejects/a.csv"));
    assertThat(rows).hasSize(ROWS);
    List<String> excerpts = run.read(Table.REJECTS).stream().map(row -> row.excerpt()).toList();
    for (int i = 0; i < ROWS; i++) {
      String text = excerpts.get(i);
      boolean formula = text != null && text.matches("(?s)[=+\\-@\t\r\n].*");
      assertThat(rows.get(i).get("excerpt"))
          .isEqualTo(text == null ? "" : formula ? "'" + text : text);
    }
    assertThat(excerpts).contains("=1+1", "\tt", null);
  }

  @Property
  void noTextCellBeginsLikeAFormula(@ForAll String text) {
    assertThat((String) Cell.of(text)).endsWith(text).doesNotMatch("(?s)[=+\\-@\t\r\n].*");
  }

  @Test
  void numbersAreNeverMarked() {
    assertThat(Cell.of(-1.5)).isEqualTo(-1.5);
    assertThat(Cell.of(-3L)).isEqualTo(-3L);
    assertThat(Cell.of(null)).isNull();
    assertThat(Cell.of(new float[] {-1, .5f})).isEqualTo("[-1.0,0.5]");
    assertThat(Cell.of(List.of("=x", "\""))).isEqualTo("[\"=x\",\"\\\"\"]");
  }

  @Test
  void aRunIsReplacedAndNothingElseIsLeft() throws IOException {
    export(
        MadeRun.write(folder.resolve("a"), "a", ROWS), MadeRun.write(folder.resolve("b"), "b", 3));
    export(MadeRun.write(folder.resolve("a"), "a", 2));
    assertThat(parse(folder.resolve("csv/exemplars/a.csv"))).hasSize(2);
    assertThat(parse(folder.resolve("csv/exemplars/b.csv"))).hasSize(3);
    try (Stream<Path> files = Files.list(folder.resolve("csv/exemplars"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("a.csv", "b.csv");
    }
    assertThat(parse(folder.resolve("csv/runs/a.csv")).get(0).get("model")).isEqualTo("bert");
  }

  @Test
  void aFileInTheWayIsNamed() throws IOException {
    Files.writeString(folder.resolve("csv"), "x");
    RunDirectory run = MadeRun.write(folder.resolve("a"), "a", 1);
    assertThatThrownBy(() -> export(run))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining(folder.resolve("csv").toString());
  }

  private void export(RunDirectory... runs) {
    try (Destination csv = Destination.open("csv:" + folder.resolve("csv"))) {
      for (RunDirectory run : runs) {
        csv.put(new RunTables(run));
      }
    }
  }

  private static List<CSVRecord> parse(Path file) throws IOException {
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).build();
    try (Reader in = Files.newBufferedReader(file)) {
      return format.parse(in).getRecords();
    }
  }
}
