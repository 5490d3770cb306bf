package io.sextant.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sextant.bert.TinyCheckpoint;
import io.sextant.config.SettingsLoader;
import io.sextant.fault.BadInputException;
import io.sextant.fault.PartialRunException;
import io.sextant.job.executor.TaskSettings;
import io.sextant.job.stage.ProbeStage;
import io.sextant.table.RunDirectory;
import io.sextant.table.RunManifest;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Faults around a run in this process are reported, and a resumed run loses nothing. */
class FaultsTest extends SparkTest {
  private static final int PAIRS = 160;
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
  void damagedChunksAreFoundSaidAndComputedAgain() throws IOException {
    Path input = Corpus.tsv(folder.resolve("in.tsv"), Corpus.lines(PAIRS));
    run(input, "whole", Map.of(), line -> {});
    assertThatThrownBy(() -> run(input, "run", Map.of("max-chunks", 4), line -> {}))
        .isInstanceOf(PartialRunException.class);
    Path chunk0 = folder.resolve("run/_chunks/chunk-000000");
    byte[] bytes = Files.readAllBytes(chunk0);
    bytes[bytes.length / 2] ^= 4;
    Files.write(chunk0, bytes);
    Path chunk1 = folder.resolve("run/_chunks/chunk-000001");
    byte[] whole = Files.readAllBytes(chunk1);
    Files.write(chunk1, java.util.Arrays.copyOf(whole, whole.length - 7));
    Files.write(folder.resolve("run/_chunks/chunk-000002"), new byte[0]);

    List<String> said = new ArrayList<>();
    run(input, "run", Map.of("output.existing", "resume"), said::add);
    assertThat(said)
        .filteredOn(line -> line.contains("damaged"))
        .hasSize(3)
        .anySatisfy(line -> assertThat(line).startsWith("chunk 0 is damaged and computed again"));
    assertThat(said).contains("profile 4 of 5 chunks");
    assertThat(tables("run")).isEqualTo(tables("whole"));
  }

  @Test
  void aChunkOfAnotherRunIsNotMergedIn() throws IOException {
    Path input = Corpus.tsv(folder.resolve("in.tsv"), Corpus.lines(PAIRS));
    Path other = Corpus.tsv(folder.resolve("other.tsv"), Corpus.lines(PAIRS + 1));
    run(input, "whole", Map.of(), line -> {});
    run(other, "other", Map.of("output.keep-chunks", true), line -> {});
    assertThatThrownBy(() -> run(input, "run", Map.of("max-chunks", 2), line -> {}))
        .isInstanceOf(PartialRunException.class);
    Files.copy(
        folder.resolve("other/_chunks/chunk-000003"), folder.resolve("run/_chunks/chunk-000003"));
    List<String> said = new ArrayList<>();
    run(input, "run", Map.of("output.existing", "resume"), said::add);
    assertThat(said).anySatisfy(line -> assertThat(line).contains("chunk 3 is damaged", "of run"));
    assertThat(tables("run")).isEqualTo(tables("whole"));
  }

  @Test
  void anInputFileThatVanishesBeforeItIsReadIsNamed() throws IOException {
    List<String> lines = Corpus.lines(PAIRS);
    Corpus.tsv(folder.resolve("in/a.tsv"), lines.subList(0, 80));
    Path b = Corpus.tsv(folder.resolve("in/b.tsv"), lines.subList(80, PAIRS));
    Path all = folder.resolve("in/*.tsv");
    Path away = folder.resolve("b.away");
    Consumer<String> deleteWhenReading =
        line -> {
          if (line.startsWith("reading ")) {
            move(b, away);
          }
        };
    assertThatThrownBy(() -> run(all, "run", Map.of(), deleteWhenReading))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("b.tsv");
  }

  @Test
  void anInputFileMayVanishOnceItsRowsAreStaged() throws IOException {
    List<String> lines = Corpus.lines(PAIRS);
    Corpus.tsv(folder.resolve("in/a.tsv"), lines.subList(0, 80));
    Path b = Corpus.tsv(folder.resolve("in/b.tsv"), lines.subList(80, PAIRS));
    Path all = folder.resolve("in/*.tsv");
    run(all, "whole", Map.of(), line -> {});
    Path away = folder.resolve("b.away");
    Consumer<String> deleteWhenProfiling =
        line -> {
          if (line.startsWith("profile ")) {
            move(b, away);
          }
        };
    run(all, "run", Map.of(), deleteWhenProfiling);
    assertThat(away).exists();
    assertThat(tables("run")).isEqualTo(tables("whole"));
  }

  @Test
  void anotherModelInputOrSettingIsNotResumedAndTheDifferenceIsNamed() {
    Path input = Corpus.tsv(folder.resolve("in.tsv"), Corpus.lines(40));
    run(input, "run", Map.of(), line -> {});
    Path model = TinyCheckpoint.write(folder.resolve("cased"));
    Corpus.write(model.resolve("vocab.txt"), vocabulary(model).replace("\nmat\n", "\nrug\n"));
    Path other = Corpus.tsv(folder.resolve("other.tsv"), Corpus.lines(41));
    assertNotResumed(input, Map.of("model", model.toString()), "model was ");
    assertNotResumed(other, Map.of(), "input was ");
    assertNotResumed(
        input, Map.of("attention.max-tokens", 30), "attention.max-tokens was 0, is 30");
    assertThat(manifest("run").status()).isEqualTo("succeeded");
  }

  @Test
  void aFullDiskStopsTheRunAndWhenThereIsRoomItGoesOnToTheSameBytes() throws Exception {
    Path disk = Files.createDirectories(folder.resolve("disk"));
    assumeTrue(command("mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", disk.toString()), "mount");
    try {
      Path input = Corpus.tsv(folder.resolve("in.tsv"), Corpus.lines(PAIRS));
      run(input, "whole", Map.of("output.keep-chunks", true), line -> {});
      long chunk = Files.size(folder.resolve("whole/_chunks/chunk-000000"));
      Path ballast = disk.resolve("ballast");
      Files.write(ballast, new byte[(int) ((4 << 20) - 3 * chunk)]);
      assertThatThrownBy(() -> run(input, "disk/run", Map.of(), line -> {}))
          .isInstanceOf(PartialRunException.class)
          .hasMessageContainingAll("--resume continues", "cannot write: No space left on device");
      assertThat(manifest("disk/run").status()).isEqualTo("partial");
      Files.delete(ballast);
      List<String> said = new ArrayList<>();
      run(input, "disk/run", Map.of("output.existing", "resume"), said::add);
      assertThat(said).noneMatch(line -> line.contains("damaged"));
      assertThat(tables("disk/run")).isEqualTo(tables("whole"));
    } finally {
      assertThat(command("umount", "-l", disk.toString())).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("errors")
  void anErrorOfTheJavaMachineLeavesAPartialRunThatGoesOn(Error error, String told) {
    Path input = Corpus.tsv(folder.resolve("in.tsv"), Corpus.lines(40));
    Consumer<String> throwAtTheMerge =
        line -> {
          if (line.startsWith("merging")) {
            throw error;
          }
        };
    assertThatThrownBy(() -> run(input, "run", Map.of(), throwAtTheMerge))
        .isInstanceOf(PartialRunException.class)
        .hasMessageContainingAll("after 2 of 2 chunks, --resume continues", told);
    assertThat(manifest("run").status()).isEqualTo("partial");
    run(input, "run", Map.of("output.existing", "resume"), line -> {});
    assertThat(manifest("run").status()).isEqualTo("succeeded");
  }

  static Stream<Arguments> errors() {
    return Stream.of(
        Arguments.of(new OutOfMemoryError("Java heap space"), "out of memory"),
        Arguments.of(new StackOverflowError(), "out of stack"),
        Arguments.of(new NoClassDefFoundError("a/B"), "class a.B cannot be loaded"),
        Arguments.of(
            new InternalError("a fault occurred in an unsafe memory access operation"),
            "tiny was truncated while it was read"));
  }

  @Test
  void aRunThatMeasuredNothingIsReplacedUnasked() {
    Path input = Corpus.tsv(folder.resolve("in.tsv"), Corpus.lines(40));
    Consumer<String> throwAtOnce =
        line -> {
          if (line.startsWith("calibrating")) {
            throw new IllegalStateException("no luck");
          }
        };
    assertThatThrownBy(() -> run(input, "run", Map.of(), throwAtOnce)).hasMessage("no luck");
    assertThat(manifest("run").status()).isEqualTo("failed");
    assertThat(run(input, "run", Map.of(), line -> {}).status()).isEqualTo("succeeded");
    assertThatThrownBy(() -> run(input, "run", Map.of(), line -> {}))
        .hasMessageContaining("--overwrite");
  }

  @Test
  void aFolderWithTemporariesOfARunAloneIsTakenAndOneWithAnythingElseIsNot() {
    Path input = Corpus.tsv(folder.resolve("in.tsv"), Corpus.lines(40));
    String token = "0123abcd-0123-0123-0123-0123456789ab";
    Corpus.write(folder.resolve("run/_writing/" + token + "/.run.json.1"), "{");
    assertThat(run(input, "run", Map.of(), line -> {}).status()).isEqualTo("succeeded");
    Corpus.write(folder.resolve("taken/precious.txt"), "x");
    assertThatThrownBy(() -> run(input, "taken", Map.of(), line -> {}))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("choose another --output");
  }

  @Test
  void aRunOfTooManyRejectsNamesTheCommonestReasonAndARow() {
    String rows = "id\tsentence_a\tsentence_b\n1\tthe cat\t\n2\tthe dog\t \n3\ta cat\ta dog\n";
    Path input = Corpus.write(folder.resolve("in.tsv"), rows);
    assertThatThrownBy(() -> run(input, "run", Map.of(), line -> {}))
        .isInstanceOf(BadInputException.class)
        .hasMessageContainingAll(
            "2 of 3 rows were rejected", "1 for ", "such as ", "max-reject-rate");
  }

  @Test
  void everyExecutorThatCannotOpenTheModelIsNamedBeforeAnythingIsMeasured() throws IOException {
    Path input = Corpus.tsv(folder.resolve("in.tsv"), Corpus.lines(40));
    TaskSettings settings = Settings.of(folder.resolve("absent").toString(), "0".repeat(64));
    var context = org.apache.spark.api.java.JavaSparkContext.fromSparkContext(spark.sparkContext());
    assertThatThrownBy(() -> new ProbeStage(context).run(context.broadcast(settings)))
        .isInstanceOf(BadInputException.class)
        .hasMessageContainingAll("executor driver of ", "absent does not exist");
    TaskSettings wrong = Settings.of(model().toString(), "0".repeat(64));
    assertThatThrownBy(() -> new ProbeStage(context).run(context.broadcast(wrong)))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("give all machines the same");
    assertThat(input).exists();
  }

  private void assertNotResumed(Path input, Map<String, Object> flags, String difference) {
    Map<String, Object> all = new HashMap<>(flags);
    all.put("output.existing", "resume");
    assertThatThrownBy(() -> run(input, "run", all, line -> {}))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining(difference);
  }

  private RunManifest run(
      Path input, String output, Map<String, Object> flags, Consumer<String> onLine) {
    Map<String, Object> all = new HashMap<>();
    all.put("model", model().toString());
    all.put("input.paths", List.of(input.toString()));
    all.put("input.id", "id");
    all.put("output.path", folder.resolve(output).toString());
    all.put("grades.min-pairs", 20);
    all.put("grades.min-queries", 20);
    all.putAll(flags);
    PrintStream out =
        new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8) {
          @Override
          public void println(String line) {
            onLine.accept(line);
          }
        };
    return new ProfileJob(spark, SettingsLoader.load(null, all), out).run();
  }

  private RunManifest manifest(String output) {
    return RunDirectory.at(folder.resolve(output).toString(), new Configuration()).manifest();
  }

  private static String vocabulary(Path model) {
    try {
      return Files.readString(model.resolve("vocab.txt"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void move(Path from, Path to) {
    try {
      Files.move(from, to);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean command(String... words) throws Exception {
    Process process =
        new ProcessBuilder(words)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
  }
}
