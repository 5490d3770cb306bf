package io.sextant.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.bert.TinyCheckpoint;
import io.sextant.table.RunDirectory;
import io.sextant.table.RunManifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The jar on a cluster of processes gives the same bytes as one process, whatever is killed. */
@Timeout(1800)
class ClusterIT extends SparkTest {
  private static final int PAIRS = 640;
  private static final int CHUNKS = PAIRS / 32;
  private static final List<String> TWO_EXECUTORS = List.of("--total-executor-cores", "2");

  @TempDir static Path machine;

  private static StandaloneCluster cluster;
  private static Path corpus;
  private static Map<String, String> expected;

  @BeforeAll
  static void start() {
    cluster = new StandaloneCluster(machine);
  }

  @AfterAll
  static void stop() {
    cluster.close();
  }

  @BeforeEach
  void runAtHome() {
    if (expected == null) {
      corpus = Corpus.tsv(machine.resolve("in.tsv"), Corpus.lines(PAIRS));
      run("local[1]", corpus, "home", Map.of("input.id", "id"));
      expected = tables("home");
    }
  }

  @Test
  void oneExecutorGivesTheBytesOfLocalMode() {
    List<String> one = List.of("--total-executor-cores", "1");
    try (Child run = cluster.submit("one", one, arguments("one", model()))) {
      assertThat(run.exit()).as(run.said()).isZero();
    }
    assertThat(tables("one")).isEqualTo(expected);
  }

  @Test
  void fourExecutorsFindTheModelInAnArchiveAndGiveTheSameBytes() throws IOException {
    Path zip = machine.resolve("model.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip));
        Stream<Path> files = Files.list(model())) {
      for (Path file : files.toList()) {
        out.putNextEntry(new ZipEntry(file.getFileName().toString()));
        Files.copy(file, out);
      }
    }
    List<String> archive = List.of("--total-executor-cores", "4", "--archives", zip + "#bert");
    try (Child run = cluster.submit("archive", archive, arguments("archive", Path.of("bert")))) {
      assertThat(run.exit()).as(run.said()).isZero();
    }
    assertThat(tables("archive")).isEqualTo(expected);
  }

  @Test
  void inClusterModeTheStatusIsReadFromTheRecord() throws Exception {
    List<String> spark = new ArrayList<>(TWO_EXECUTORS);
    spark.addAll(List.of("--driver-memory", "1g"));
    try (Child submission = cluster.deploy("deployed", spark, arguments("deployed", model()))) {
      assertThat(submission.exit()).as(submission.said()).isZero();
    }
    cluster.await(
        "the end of the run",
        () -> {
          assertThat(cluster.said()).doesNotContain("exited with failure");
          return status("deployed").equals("succeeded");
        });
    assertThat(tables("deployed")).isEqualTo(expected);
  }

  @Test
  void twoModelsRunAtTheSameTime() throws IOException {
    Path other = TinyCheckpoint.write(folder.resolve("other"));
    String words = Files.readString(other.resolve("vocab.txt")).replace("\nmat\n", "\nrug\n");
    Files.writeString(other.resolve("vocab.txt"), words);
    run("local[1]", corpus, "other-home", Map.of("input.id", "id", "model", other.toString()));
    try (Child first = cluster.submit("first", TWO_EXECUTORS, arguments("first", model()));
        Child second = cluster.submit("second", TWO_EXECUTORS, arguments("second", other))) {
      assertThat(first.exit()).as(first.said()).isZero();
      assertThat(second.exit()).as(second.said()).isZero();
    }
    assertThat(tables("first")).isEqualTo(expected);
    assertThat(tables("second")).isEqualTo(tables("other-home"));
    assertThat(tables("second")).isNotEqualTo(expected);
  }

  @Test
  void anExecutorKilledInMidChunkIsMadeGood() {
    try (Child run = cluster.submit("killed", TWO_EXECUTORS, arguments("killed", model()))) {
      run.await("three chunks", () -> committed("killed") >= 3);
      List<ProcessHandle> executors = executors();
      assertThat(executors).hasSize(2);
      Child.kill(executors.get(0));
      assertThat(committed("killed")).isLessThan(CHUNKS);
      assertThat(run.exit()).as(run.said()).isZero();
    }
    assertThat(tables("killed")).isEqualTo(expected);
  }

  @Test
  void aWorkerKilledInMidRunIsMadeGood() {
    try (Child run = cluster.submit("worker", TWO_EXECUTORS, arguments("worker", model()))) {
      run.await("three chunks", () -> committed("worker") >= 3);
      int victim = cluster.executors(0).isEmpty() ? 1 : 0;
      List<ProcessHandle> executors = cluster.executors(victim);
      Child.kill(cluster.worker(victim).handle());
      executors.forEach(Child::kill);
      assertThat(committed("worker")).isLessThan(CHUNKS);
      assertThat(run.exit()).as(run.said()).isZero();
    } finally {
      cluster.addWorker();
    }
    assertThat(tables("worker")).isEqualTo(expected);
  }

  @Test
  void aSlowTaskIsRunTwiceAndCountsOnce() throws IOException {
    Path events = Files.createDirectories(folder.resolve("events"));
    List<String> speculative = new ArrayList<>(TWO_EXECUTORS);
    for (String setting :
        List.of(
            "spark.speculation=true",
            "spark.speculation.interval=50ms",
            "spark.speculation.efficiency.enabled=false",
            "spark.speculation.multiplier=1.5",
            "spark.speculation.quantile=0.3",
            "spark.eventLog.enabled=true",
            "spark.eventLog.dir=" + events.toUri())) {
      speculative.addAll(List.of("--conf", setting));
    }
    try (Child run = cluster.submit("slow", speculative, arguments("slow", model()))) {
      // Now each executor runs a chunk, and one chunk waits.
      run.await("all chunks but three", () -> committed("slow") >= CHUNKS - 3);
      ProcessHandle slow = executors().get(0);
      // The executor is not stopped all the time, because the other may need rows that it holds.
      run.await(
          "the rest",
          () -> {
            Child.freeze(slow);
            sleep(950);
            Child.thaw(slow);
            sleep(50);
            return committed("slow") == CHUNKS || run.said().contains("merging");
          });
      assertThat(run.exit()).as(run.said()).isZero();
    }
    assertThat(tables("slow")).isEqualTo(expected);
    try (Stream<Path> logs = Files.walk(events)) {
      String log = Files.readString(logs.filter(Files::isRegularFile).findFirst().orElseThrow());
      assertThat(log).as("a second attempt").contains("\"Speculative\":true");
    }
  }

  private List<String> arguments(String output, Path model) {
    return List.of(
        "profile",
        "--model",
        model.toString(),
        "--input",
        corpus.toString(),
        "--id",
        "id",
        "--output",
        folder.resolve(output).toString(),
        "--set",
        "grades.min-pairs=20",
        "--set",
        "grades.min-queries=20");
  }

  private List<ProcessHandle> executors() {
    return Stream.of(0, 1).flatMap(worker -> cluster.executors(worker).stream()).toList();
  }

  private String status(String output) {
    Path record = folder.resolve(output).resolve("run.json");
    return Files.exists(record) ? manifest(output).status() : "";
  }

  private RunManifest manifest(String output) {
    return RunDirectory.at(folder.resolve(output).toString(), new Configuration()).manifest();
  }

  private int committed(String output) {
    Path chunks = folder.resolve(output).resolve("_chunks");
    try (Stream<Path> files = Files.list(chunks)) {
      return (int) files.filter(file -> file.getFileName().toString().startsWith("chunk-")).count();
    } catch (IOException e) {
      return 0;
    }
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
