package io.sextant.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.config.SettingsLoader;
import io.sextant.fault.BadInputException;
import io.sextant.table.RunDirectory;
import io.sextant.table.RunManifest;
import io.sextant.table.Table;
import io.sextant.table.row.Reject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every row of uncleaned data is profiled, or rejected with a reason. */
class HostileDataTest extends SparkTest {
  private static final String HEADER = "id\tsentence_a\tsentence_b\n";
  private static final String ROW = "the cat sat .\tit slept .\n";
  private static SparkSession spark;

  @BeforeAll
  static void open() {
    spark = session(TWO_CORES);
  }

  @AfterAll
  static void close() {
    spark.stop();
  }

  @Test
  void bytesThatAreNotUtf8AreRejectedAndNulsAndControlCharactersAreText() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes((HEADER + "1\t" + ROW + "2\tthe c").getBytes(StandardCharsets.UTF_8));
    bytes.writeBytes(new byte[] {(byte) 0xe9, (byte) 0xff, (byte) 0xc3, 0x28});
    bytes.writeBytes(
        "t\tit slept .\n3\tthe\0cat\0\tit\0slept .\n".getBytes(StandardCharsets.UTF_8));
    bytes.writeBytes("4\t\u0007\u001b[31mcat\t\u202eit slept\n".getBytes(StandardCharsets.UTF_8));
    Files.write(folder.resolve("in.tsv"), bytes.toByteArray());
    assertCounts(run("in.tsv", Map.of("input.max-reject-rate", 1)), 4, 3, 1);
    assertThat(rejects().get(0).detail()).startsWith("byte 0xE9 is not UTF-8");
    assertThat(rejects().get(0).excerpt()).contains("the c\\xE9\\xFF\\xC3(t");
  }

  @Test
  void utf16IsReadByItsByteOrderMark() throws IOException {
    Files.write(folder.resolve("in.tsv"), (HEADER + "1\t" + ROW).getBytes(StandardCharsets.UTF_16));
    assertCounts(run("in.tsv", Map.of()), 1, 1, 0);
  }

  @Test
  void numbersAndBooleansInJsonAreTextAndWhatIsNoTextIsRejected() {
    Corpus.write(
        folder.resolve("in.jsonl"),
        """
        {"id": "1", "sentence_a": "the \\ud83d cat \\udc00", "sentence_b": "it slept"}
        {"id": "2", "sentence_a": 42.5, "sentence_b": true}
        {"id": 3, "sentence_a": "\\u0000cat", "sentence_b": {"not": "text"}}
        {"id": "4", "sentence_a": ["the", "cat"], "sentence_b": "it slept"}
        {"id": "5", "sentence_a": "\\u0000cat", "sentence_b": "it slept"}
        [1, 2]
        "text"
        {"id": "7"
        """);
    RunManifest run = run("in.jsonl", Map.of("input.max-reject-rate", 1));
    assertCounts(run, 8, 2, 6);
    assertThat(rejects()).extracting(Reject::reason).containsOnly("malformed_row");
    assertThat(rejects())
        .extracting(Reject::detail)
        .anySatisfy(detail -> assertThat(detail).contains("half of a surrogate pair, \\ud83d"))
        .anySatisfy(
            detail -> assertThat(detail).contains("'sentence_b' is of type struct<not:string>"))
        .anySatisfy(detail -> assertThat(detail).contains("'sentence_a' is of type array<string>"));
  }

  @Test
  void sentencesOfAMegabyteAreCutAndLongerOnesRejected() {
    String mega = "cat ".repeat(250_000).strip();
    Corpus.write(
        folder.resolve("in.tsv"),
        HEADER + "1\t" + mega + "\tit slept .\n2\t" + mega + "xyz\tit slept .\n3\t" + ROW);
    RunManifest run = run("in.tsv", Map.of("input.max-reject-rate", 1));
    assertCounts(run, 3, 2, 1);
    assertThat(run.counts().truncated()).isEqualTo(1);
    assertThat(rejects()).extracting(Reject::reason).containsExactly("sentence_too_long");
    assertThat(rejects().get(0).excerpt()).hasSizeLessThan(500);
  }

  @Test
  void aMillionEmptyRowsAreRejectedInBoundedMemory() {
    int rows = 1_000_000;
    spark
        .sql("select '' as sentence_a, ' ' as sentence_b from range(" + rows + ")")
        .write()
        .parquet(folder.resolve("in.parquet").toString());
    RunManifest run = run("in.parquet", Map.of("input.id", "", "input.max-reject-rate", 1));
    assertCounts(run, rows, 0, rows);
  }

  @Test
  void blankLinesAreNoRows() {
    Corpus.write(folder.resolve("in.tsv"), HEADER + "\n \t \n\t\t\n1\t" + ROW + "\n\n");
    assertCounts(run("in.tsv", Map.of()), 1, 1, 0);
  }

  @Test
  void strayQuotesInCsvSpoilTheLinesThatTheyMaySpan() {
    Corpus.write(
        folder.resolve("in.csv"),
        """
        id,sentence_a,sentence_b
        1,"the cat sat","it slept"
        2,"the cat sat,it slept
        3,the "cat" sat,it slept
        4,"the ""cat"" sat",it slept"
        5,the cat sat,it slept
        6,the "cat" sat,it slept
        """);
    RunManifest run = run("in.csv", Map.of("input.max-reject-rate", 1));
    assertCounts(run, 6, 3, 3);
    assertThat(rejects())
        .extracting(Reject::excerpt)
        .containsExactlyInAnyOrder(
            "2,\"the cat sat,it slept",
            "3,the \"cat\" sat,it slept",
            "4,\"the \"\"cat\"\" sat\",it slept\"");
    assertThat(rejects()).extracting(Reject::pairId).contains("2");
    run = run("in.csv", Map.of("input.max-reject-rate", 1, "input.quote", "none"));
    assertCounts(run, 6, 6, 0);
  }

  @Test
  void columnsOfOtherTypesAreReadAsTextAndNestedOnesRefused() {
    spark
        .sql("select id, id as sentence_a, cast('cat' as binary) as sentence_b from range(40)")
        .write()
        .parquet(folder.resolve("in.parquet").toString());
    assertCounts(run("in.parquet", Map.of()), 40, 40, 0);
    spark
        .sql("select id, array('a') as sentence_a, 'b' as sentence_b from range(4)")
        .write()
        .parquet(folder.resolve("nested.parquet").toString());
    assertRefused("nested.parquet", "sentence_a", "array<string>");
  }

  @Test
  void filesThatAreCutOffAreRefusedByName() throws IOException {
    spark
        .sql("select id, uuid() as sentence_a, uuid() as sentence_b from range(5000)")
        .coalesce(1)
        .write()
        .parquet(folder.resolve("whole").toString());
    Path part;
    try (var files = Files.list(folder.resolve("whole"))) {
      part = files.filter(file -> file.toString().endsWith(".parquet")).findFirst().orElseThrow();
    }
    byte[] bytes = Files.readAllBytes(part);
    Files.write(folder.resolve("cut.parquet"), java.util.Arrays.copyOf(bytes, bytes.length / 2));
    assertRefused("cut.parquet", "cannot read", "cut.parquet");
    byte[] spoilt = bytes.clone();
    java.util.Arrays.fill(spoilt, 100, spoilt.length / 2, (byte) 7);
    Files.write(folder.resolve("spoilt.parquet"), spoilt);
    assertRefused("spoilt.parquet", "cannot read", "spoilt.parquet");
    byte[] zipped = gzip(HEADER + ("1\t" + ROW).repeat(20_000));
    Files.write(folder.resolve("cut.tsv.gz"), java.util.Arrays.copyOf(zipped, zipped.length / 2));
    assertRefused("cut.tsv.gz", "cannot read", "cut.tsv.gz");
    Files.write(folder.resolve("text.tsv.gz"), HEADER.getBytes(StandardCharsets.UTF_8));
    assertRefused("text.tsv.gz", "cannot read", "text.tsv.gz");
  }

  @Test
  void aSmallFileThatUnpacksToMuchIsReadWithinBounds() throws IOException {
    StringBuilder text = new StringBuilder(HEADER + "1\t" + ROW + "2\t");
    text.append("a".repeat(64 << 20)).append("\tit slept .\n");
    Files.write(folder.resolve("in.tsv.gz"), gzip(text.toString()));
    assertThat(Files.size(folder.resolve("in.tsv.gz"))).isLessThan(100_000);
    RunManifest run = run("in.tsv.gz", Map.of("input.max-reject-rate", 1));
    assertCounts(run, 2, 1, 1);
    assertThat(rejects()).extracting(Reject::reason).containsExactly("sentence_too_long");
  }

  @Test
  void idsThatRepeatAreProfiledOnce() {
    Corpus.write(folder.resolve("in.tsv"), HEADER + ("7\t" + ROW).repeat(30) + "8\t" + ROW);
    RunManifest run = run("in.tsv", Map.of("input.max-reject-rate", 1));
    assertCounts(run, 31, 2, 29);
    assertThat(rejects()).hasSize(29).extracting(Reject::reason).containsOnly("duplicate_id");
  }

  @Test
  void secretsInAddressesReachNeitherTheRecordNorTheConsole() throws IOException {
    Corpus.write(folder.resolve("in;password=hunter2/x.tsv"), HEADER + ("1\t" + ROW));
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    run("in;password=hunter2/x.tsv", Map.of(), said);
    assertThat(Files.readString(folder.resolve("run/run.json")))
        .contains("password=***")
        .doesNotContain("hunter2");
    assertThat(said.toString(StandardCharsets.UTF_8)).doesNotContain("hunter2");
  }

  private void assertRefused(String input, String... parts) {
    assertThatThrownBy(() -> run(input, Map.of()))
        .isInstanceOf(BadInputException.class)
        .hasMessageContainingAll(parts);
  }

  private static void assertCounts(RunManifest run, long in, long profiled, long rejected) {
    assertThat(run.counts())
        .extracting(
            RunManifest.Counts::in, RunManifest.Counts::profiled, RunManifest.Counts::rejected)
        .containsExactly(in, profiled, rejected);
  }

  private List<Reject> rejects() {
    return RunDirectory.at(folder.resolve("run").toString(), new Configuration())
        .read(Table.REJECTS);
  }

  private RunManifest run(String input, Map<String, Object> flags) {
    return run(input, flags, OutputStream.nullOutputStream());
  }

  private RunManifest run(String input, Map<String, Object> flags, OutputStream out) {
    Map<String, Object> all = new HashMap<>();
    all.put("model", model().toString());
    all.put("input.paths", List.of(folder.resolve(input).toString()));
    all.put("input.id", "id");
    all.put("output.path", folder.resolve("run").toString());
    all.put("output.existing", "overwrite");
    all.putAll(flags);
    all.values().remove("");
    return new ProfileJob(
            spark,
            SettingsLoader.load(null, all),
            new PrintStream(out, true, StandardCharsets.UTF_8))
        .run();
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }
}
