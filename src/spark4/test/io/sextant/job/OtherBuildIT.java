package io.sextant.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.table.Table;
import io.sextant.testing.Europarl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Profiles the demo's pairs with the build for Spark 3.5 too, which {@code jobs/sextant.sh} makes
 * where it is missing: every table has the same rows in the same order, to the bit of every number.
 * The files differ, because Spark 4 brings another Parquet.
 */
@Timeout(900)
class OtherBuildIT extends SparkTest {
  private static final int PAIRS = 400;

  @Test
  void theTablesOfTheDemosPairsAreThoseOfTheBuildForSpark35() throws IOException, SQLException {
    Path corpus = demosPairs();
    Path other = folder.resolve("other");
    List<String> command =
        List.of(
            "jobs/sextant.sh",
            "profile",
            "--model",
            model().toString(),
            "--input",
            corpus.toString(),
            "--id",
            "id",
            "--output",
            other.toString(),
            "--set",
            "grades.min-pairs=20",
            "--set",
            "grades.min-queries=20");
    try (Child child = Child.start(folder.resolve("other.out"), Map.of(), command)) {
      assertThat(child.exit()).as(child.said()).isZero();
    }
    run(TWO_CORES, corpus, "this", Map.of("input.id", "id"));

    assertThat(Files.readString(other.resolve("run.json"))).contains("\"spark\" : \"3.5.");
    int compared = 0;
    for (Table<?> table : Table.all()) {
      boolean written = Files.exists(other.resolve(table.name()));
      assertThat(Files.exists(folder.resolve("this").resolve(table.name())))
          .as(table.name())
          .isEqualTo(written);
      if (written) {
        assertThat(rows("this", table)).as(table.name()).isEqualTo(rows("other", table));
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(10);
  }

  /** Returns every row as text in which each number has all its digits. */
  private List<String> rows(String output, Table<?> table) throws SQLException {
    return duck("select t::varchar from '" + parquet(output, table) + "' t");
  }

  private Path demosPairs() {
    List<String> lines =
        Europarl.pairs().stream()
            .limit(PAIRS)
            .map(pair -> String.join("\t", pair.id(), pair.sentenceA(), pair.sentenceB()))
            .toList();
    return Corpus.tsv(folder.resolve("demo.tsv"), lines);
  }
}
