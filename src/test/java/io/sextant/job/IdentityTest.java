package io.sextant.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.bert.TinyCheckpoint;
import io.sextant.config.SettingsLoader;
import io.sextant.fault.BadInputException;
import io.sextant.fault.PartialRunException;
import io.sextant.job.row.InputSummary;
import io.sextant.job.row.ReadRow;
import io.sextant.table.RunDirectory;
import io.sextant.table.RunManifest;
import io.sextant.table.row.RejectReason;
import io.sextant.text.Annotation;
import io.sextant.text.SentencePair;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two runs have the same id if and only if their tables have the same bytes. */
class IdentityTest extends SparkTest {
  private static final int PAIRS = 70;

  /** Settings that save time and do not matter here. */
  private static final Map<String, Object> LEAN =
      Map.of(
          "distances.pairs", 0,
          "exemplars.per-head", 0,
          "cooccurrence.enabled", false,
          "calibration.pairs", 4,
          "input.max-reject-rate", 1);

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
  void aColumnAsIdAndTheSameColumnAsGroupAreTwoRuns() {
    Path input = Corpus.tsv(folder.resolve("in.tsv"), Corpus.lines(PAIRS));
    RunManifest byId = run(input, "r", Map.of("input.id", "id"));
    assertThatThrownBy(
            () -> run(input, "r", Map.of("input.group", "id", "output.existing", "resume")))
        .isInstanceOf(BadInputException.class)
        .hasMessageContainingAll("another run", "input was");
    RunManifest byGroup = run(input, "s", Map.of("input.group", "id"));
    assertThat(byGroup.runId()).isNotEqualTo(byId.runId());
    assertThat(byGroup.input().fingerprint()).isNotEqualTo(byId.input().fingerprint());
  }

  @Test
  void anyTwoColumnsThatAreSwappedAgainstNullMakeAnotherInput() {
    assertThat(fingerprint("x", null, "a cat", "the dog", null))
        .isNotEqualTo(fingerprint(null, "x", "a cat", "the dog", null))
        .isEqualTo(fingerprint("x", null, "a cat", "the dog", null));
    assertThat(fingerprint(null, null, "a cat", null, "x"))
        .isNotEqualTo(fingerprint(null, "x", "a cat", null, null))
        .isNotEqualTo(fingerprint(null, null, "a cat", "x", null));
  }

  @Test
  void columnsThatChangeRolesOverNullsOfJsonLinesMakeTwoRunsWhichDoNotMix() {
    List<String> rows = new java.util.ArrayList<>();
    for (String line : Corpus.lines(PAIRS)) {
      String[] cells = line.split("\t");
      rows.add(
          String.format(
              Locale.ROOT,
              "{\"x\": \"%s\", \"y\": null, \"sentence_a\": \"%s\", \"sentence_b\": \"%s\"}",
              (Object[]) cells));
    }
    Path input = Corpus.write(folder.resolve("in.jsonl"), String.join("\n", rows) + "\n");
    Map<String, Object> asId = Map.of("input.id", "x", "input.group", "y");
    Map<String, Object> asGroup = Map.of("input.id", "y", "input.group", "x");
    assertThatThrownBy(() -> run(input, "r", with(asId, "max-chunks", 1)))
        .isInstanceOf(PartialRunException.class);
    assertThatThrownBy(() -> run(input, "r", with(asGroup, "output.existing", "resume")))
        .isInstanceOf(BadInputException.class)
        .hasMessageContainingAll("another run", "input was");
    RunManifest byGroup = run(input, "s", with(asGroup, "output.keep-chunks", true));
    assertThat(byGroup.runId()).isNotEqualTo(manifest("r").runId());
    copy("s/_chunks/chunk-000001", "r/_chunks/chunk-000001");
    RunManifest byId = run(input, "r", with(asId, "output.existing", "resume"));
    assertThat(said).asString().contains("chunk 1 is damaged");
    assertThat(run(input, "t", asId).runId()).isEqualTo(byId.runId());
    assertThat(tables("r")).isEqualTo(tables("t")).isNotEqualTo(tables("s"));
  }

  private void copy(String from, String to) {
    try {
      Files.copy(folder.resolve(from), folder.resolve(to));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the fingerprint of one row; {@code raw} is the text of a bad row. */
  private static String fingerprint(String id, String group, String a, String b, String raw) {
    ReadRow row =
        new ReadRow(
            new SentencePair(id, group, a, b, Annotation.NONE, "f"),
            true,
            new ReadRow.Fault(RejectReason.MALFORMED_ROW, null, raw));
    return InputSummary.of(
            JavaSparkContext.fromSparkContext(spark.sparkContext()).parallelize(List.of(row)))
        .fingerprint();
  }

  @Test
  void aRunIsTheSameWhereverItsInputLiesButIsNotResumedFromAnotherPlace() {
    List<String> lines = Corpus.lines(PAIRS);
    Path here = Corpus.tsv(folder.resolve("here/in.tsv"), lines);
    Path there = Corpus.tsv(folder.resolve("there/in.tsv"), lines);
    assertThatThrownBy(() -> run(here, "r", Map.of("max-chunks", 1)))
        .isInstanceOf(PartialRunException.class);
    // The table of rejects would name files of both inputs.
    assertThatThrownBy(() -> run(there, "r", Map.of("output.existing", "resume")))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("fingerprint of the rows with their files");
    RunManifest whole = run(here, "r", Map.of("output.existing", "resume"));
    assertThat(run(there, "s", Map.of()).runId()).isEqualTo(whole.runId());
    assertThat(tables("s")).isEqualTo(tables("r"));
  }

  @Test
  void aChunkOfTheSameRowsInOtherFilesIsNotMergedIn() throws IOException {
    List<String> lines = Corpus.lines(PAIRS);
    Path here = Corpus.tsv(folder.resolve("here/in.tsv"), lines);
    Path there = Corpus.tsv(folder.resolve("there/in.tsv"), lines);
    run(there, "s", Map.of("output.keep-chunks", true));
    assertThatThrownBy(() -> run(here, "r", Map.of("max-chunks", 1)))
        .isInstanceOf(PartialRunException.class);
    Files.copy(folder.resolve("s/_chunks/chunk-000001"), folder.resolve("r/_chunks/chunk-000001"));
    run(here, "r", Map.of("output.existing", "resume"));
    assertThat(said).asString().contains("chunk 1 is damaged");
  }

  @Test
  void anInputThatIsEditedBeforeItIsStagedFailsTheRunIfItIsReadAgain() {
    List<String> lines = Corpus.lines(PAIRS);
    Path input = Corpus.tsv(folder.resolve("in.tsv"), lines);
    List<String> edited = new java.util.ArrayList<>(lines);
    edited.set(3, lines.get(4).replaceFirst("id-4", "id-3"));
    // An executor that is lost takes the rows with it that Spark keeps.
    Runnable loss =
        () -> {
          Corpus.tsv(input, edited);
          JavaSparkContext.fromSparkContext(spark.sparkContext())
              .getPersistentRDDs()
              .values()
              .forEach(rows -> rows.unpersist(true));
        };
    assertThatThrownBy(() -> run(input, "r", Map.of(), at(PAIRS + " rows read", loss)))
        .isInstanceOf(BadInputException.class)
        .hasMessageContainingAll("the input changed while it was read", "--overwrite");
    assertThat(manifest("r").status()).isEqualTo("failed");
    assertThat(folder.resolve("r/_rows")).doesNotExist();
  }

  @Test
  void anInputThatIsEditedOrDeletedAfterItIsStagedDoesNotMatter() throws IOException {
    List<String> lines = Corpus.lines(PAIRS);
    Path input = Corpus.tsv(folder.resolve("in.tsv"), lines);
    run(input, "whole", Map.of());
    run(input, "edited", Map.of(), at("profile ", () -> Corpus.tsv(input, lines.subList(0, 60))));
    assertThat(tables("edited")).isEqualTo(tables("whole"));

    Corpus.tsv(input, lines);
    assertThatThrownBy(() -> run(input, "deleted", Map.of("max-chunks", 1)))
        .isInstanceOf(PartialRunException.class);
    assertThat(folder.resolve("deleted/_rows/index")).exists();
    Files.delete(input);
    run(input, "deleted", Map.of("output.existing", "resume"));
    assertThat(said).asString().contains("taking the rows that were staged");
    assertThat(tables("deleted")).isEqualTo(tables("whole"));
    assertThat(folder.resolve("deleted/_rows")).doesNotExist();
  }

  @Test
  void stagedRowsThatAreDamagedAreReplacedFromTheInput() throws IOException {
    Path input = Corpus.tsv(folder.resolve("in.tsv"), Corpus.lines(PAIRS));
    run(input, "whole", Map.of());
    for (String damaged : List.of("part-00001", "index")) {
      assertThatThrownBy(() -> run(input, damaged, Map.of("max-chunks", 1)))
          .isInstanceOf(PartialRunException.class);
      Path file = folder.resolve(damaged).resolve("_rows").resolve(damaged);
      byte[] bytes = Files.readAllBytes(file);
      bytes[bytes.length / 2] ^= 1;
      Files.write(file, bytes);
      run(input, damaged, Map.of("output.existing", "resume"));
      assertThat(tables(damaged)).as(damaged).isEqualTo(tables("whole"));
    }
    assertThat(said).asString().contains("the staged rows are damaged");
  }

  @Test
  void aModelThatIsWrittenToDuringTheRunFailsIt() throws IOException {
    Path model = TinyCheckpoint.write(folder.resolve("model"));
    Path input = Corpus.tsv(folder.resolve("in.tsv"), Corpus.lines(PAIRS));
    Path file;
    try (var files = Files.list(model)) {
      file =
          files
              .filter(path -> path.getFileName().toString().equals("vocab.txt"))
              .findFirst()
              .orElseThrow();
    }
    String before = Files.readString(file);
    Map<String, Object> flags = Map.of("model", model.toString());
    for (String moment : List.of("profile ", "merging ")) {
      assertThatThrownBy(
              () ->
                  run(
                      input,
                      "r",
                      with(flags, "output.existing", "overwrite"),
                      at(moment, () -> Corpus.write(file, before.replace("\nmat\n", "\nrug\n")))))
          .as(moment)
          .isInstanceOf(BadInputException.class)
          .hasStackTraceContaining("the model " + model + " changed while it was in use");
      assertThat(manifest("r").status()).isEqualTo("failed");
      Files.writeString(file, before);
    }
    RunManifest resumed = run(input, "r", with(flags, "output.existing", "resume"));
    assertThat(resumed.status()).isEqualTo("succeeded");
  }

  @Test
  void theEngineIsRecordedWithItsInstructionsAndThreads() {
    Path input = Corpus.tsv(folder.resolve("in.tsv"), Corpus.lines(40));
    RunManifest.Engine engine = run(input, "r", Map.of()).engine();
    assertThat(engine.isa()).isEqualTo(io.sextant.attention.Backend.of("onednn").isa());
    assertThat(engine.threads()).isEqualTo(1);
    assertThatThrownBy(() -> run(input, "s", Map.of("attention.isa", "altivec")))
        .isInstanceOf(BadInputException.class)
        .hasMessageContainingAll("no instruction set 'altivec'", "avx2");
    assertThatThrownBy(() -> run(input, "s", Map.of("attention.isa", "sse41")))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("uses instruction set " + engine.isa() + " in this process");
  }

  private static Map<String, Object> with(Map<String, Object> flags, String key, Object value) {
    Map<String, Object> all = new HashMap<>(flags);
    all.put(key, value);
    return all;
  }

  private static Consumer<String> at(String moment, Runnable action) {
    return line -> {
      if (line.startsWith(moment)) {
        action.run();
      }
    };
  }

  private RunManifest run(Path input, String output, Map<String, Object> flags) {
    return run(input, output, flags, line -> {});
  }

  private RunManifest run(
      Path input, String output, Map<String, Object> flags, Consumer<String> onLine) {
    Map<String, Object> all = new HashMap<>(LEAN);
    all.put("model", model().toString());
    all.put("input.paths", List.of(input.toString()));
    all.put("output.path", folder.resolve(output).toString());
    all.putAll(flags);
    PrintStream out =
        new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8) {
          @Override
          public void println(String line) {
            try {
              said.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
            onLine.accept(line);
          }
        };
    return new ProfileJob(spark, SettingsLoader.load(null, all), out).run();
  }

  private RunManifest manifest(String output) {
    return RunDirectory.at(folder.resolve(output).toString(), new Configuration()).manifest();
  }
}
