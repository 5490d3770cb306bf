package io.sextant.job.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.fault.BadInputException;
import io.sextant.job.SparkTest;
import io.sextant.job.input.InputRequest;
import io.sextant.testing.Inputs;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PairReaderTest {
  private static SparkSession spark;

  @TempDir Path folder;

  @BeforeAll
  static void open() {
    spark = SparkTest.session("local[2]");
  }

  @AfterAll
  static void close() {
    spark.stop();
  }

  @Test
  void everyFormatGivesTheSameRows() throws IOException {
    write("p.csv", "id,sentence_a,sentence_b\n1,\"a, \"\"b\"\"\",c\n2,d,e\n");
    write("p.tsv", "id\tsentence_a\tsentence_b\n1\ta, \"b\"\tc\n2\td\te\n");
    write(
        "p.jsonl",
        "{\"id\": 1, \"sentence_a\": \"a, \\\"b\\\"\", \"sentence_b\": \"c\"}\n"
            + "{\"id\": 2, \"sentence_a\": \"d\", \"sentence_b\": \"e\", \"more\": [1]}\n");
    try (OutputStream out =
        new GZIPOutputStream(Files.newOutputStream(folder.resolve("p.tsv.gz")))) {
      out.write(Files.readAllBytes(folder.resolve("p.tsv")));
    }
    spark
        .read()
        .option("header", true)
        .option("escape", "\"")
        .csv(path("p.csv"))
        .write()
        .parquet(path("p.parquet"));
    for (String file : List.of("p.csv", "p.tsv", "p.jsonl", "p.tsv.gz", "p.parquet")) {
      assertThat(rows(file, "id"))
          .as(file)
          .extracting(InputRow::id, InputRow::sentenceA, InputRow::sentenceB, InputRow::reason)
          .containsExactly(
              org.assertj.core.groups.Tuple.tuple("1", "a, \"b\"", "c", null),
              org.assertj.core.groups.Tuple.tuple("2", "d", "e", null));
      assertThat(rows(file, "id"))
          .extracting(row -> row.pair().file())
          .allSatisfy(name -> assertThat(name).contains("/p."));
    }
  }

  @Test
  void badRowsAreNotedWithTheirReason() throws IOException {
    write(
        "bad.tsv",
        "id\tsentence_a\tsentence_b\n"
            + "1\tfine\tfine\n"
            + "2\tonly one\n"
            + "3\t \tb\n"
            + "4\ta\t\n"
            + "\ta\tb\n"
            + "5\ta\tb\tc\n");
    assertThat(rows("bad.tsv", "id"))
        .extracting(row -> row.reason() == null ? "" : row.reason().key())
        .containsExactlyInAnyOrder(
            "", "malformed_row", "empty_sentence", "null_sentence", "null_id", "malformed_row");
    write(
        "bad.jsonl",
        "{\"sentence_a\": \"a\", \"sentence_b\": \"b\"}\n{not json\n{\"sentence_a\": \"a\"}\n");
    assertThat(rows("bad.jsonl", null))
        .extracting(row -> row.reason() == null ? "" : row.reason().key())
        .containsExactlyInAnyOrder("", "malformed_row", "null_sentence");
  }

  @Test
  void theFingerprintDependsOnTheRowsAndNotOnTheirOrderOrFiles() throws IOException {
    String header = "sentence_a\tsentence_b\n";
    write("one/x.tsv", header + "a\tb\nc\td\ne\tf\n");
    write("two/y.tsv", header + "e\tf\na\tb\n");
    write("two/z.tsv", header + "c\td\n");
    write("other.tsv", header + "a\tb\nc\td\ne\tg\n");
    write("twice.tsv", header + "a\tb\nc\td\ne\tf\ne\tf\n");
    InputSummary one = census("one");
    assertThat(one.rows()).isEqualTo(3);
    InputSummary two = census("two");
    assertThat(two.rows()).isEqualTo(3);
    assertThat(two.fingerprint()).isEqualTo(one.fingerprint());
    assertThat(two.placement()).as("of the rows in their files").isNotEqualTo(one.placement());
    assertThat(census("other.tsv").fingerprint()).isNotEqualTo(one.fingerprint());
    assertThat(census("twice.tsv").fingerprint()).isNotEqualTo(one.fingerprint());
  }

  @Test
  void whatIsMissingIsNamed() throws IOException {
    write("p.tsv", "first\tsecond\na\tb\n");
    assertRefused("p.tsv", "no column 'sentence_a'", "first, second");
    assertRefused("absent.tsv", "absent.tsv");
    write("p.xlsx", "?");
    assertRefused("p.xlsx", "--format", "p.xlsx");
    write("nested.jsonl", "{\"sentence_a\": {\"text\": \"x\"}, \"sentence_b\": \"y\"}\n");
    write("empty.tsv", "");
    assertRefused("empty.tsv", "empty.tsv is empty: it has no rows");
  }

  @Test
  void nestedColumnsAreRefusedByTheirType() {
    spark
        .sql("select named_struct('text', 'x') as sentence_a, 'y' as sentence_b")
        .write()
        .parquet(path("nested.parquet"));
    assertRefused("nested.parquet", "sentence_a", "struct<text:string>");
  }

  private void assertRefused(String file, String... parts) {
    assertThatThrownBy(() -> reader(file, null).read())
        .isInstanceOf(BadInputException.class)
        .hasMessageContainingAll(parts);
  }

  private InputSummary census(String file) {
    PairReader reader = reader(file.endsWith(".tsv") ? file : file + "/*.tsv", null);
    return reader.census(reader.read());
  }

  private List<InputRow> rows(String file, String id) {
    PairReader reader = reader(file, id);
    return reader.rows(reader.read()).collect().stream()
        .sorted(Comparator.comparing(InputRow::id, Comparator.nullsLast(Comparator.naturalOrder())))
        .toList();
  }

  private PairReader reader(String file, String id) {
    return reader(file, id, "auto");
  }

  private PairReader reader(String file, String id, String format) {
    return new PairReader(
        InputRequest.of(spark, Inputs.of(path(file), "format", format, "id", id)));
  }

  private String path(String file) {
    return folder.resolve(file).toString();
  }

  private void write(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.write(path, text.getBytes(StandardCharsets.UTF_8));
  }
}
