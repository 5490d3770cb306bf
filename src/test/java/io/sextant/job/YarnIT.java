package io.sextant.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sextant.table.RunDirectory;
import io.sextant.table.RunManifest;
import io.sextant.testing.SparkDistribution;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * With {@code jobs/yarn.sh} and a real Spark on YARN and HDFS, tables have the same bytes as here.
 */
@Timeout(900)
class YarnIT extends SparkTest {
  private static final int PAIRS = 96;

  @TempDir static Path machine;

  private static YarnCluster cluster;
  private static Map<String, String> expected;

  @BeforeAll
  static void start() {
    Optional<Path> spark = SparkDistribution.home();
    assumeTrue(spark.isPresent(), SparkDistribution.MISSING);
    cluster = new YarnCluster(machine, spark.get());
  }

  @AfterAll
  static void stop() {
    if (cluster != null) {
      cluster.close();
    }
  }

  @BeforeEach
  void runAtHome() throws IOException {
    if (expected == null) {
      Path input = Corpus.tsv(machine.resolve("in.tsv"), Corpus.lines(PAIRS));
      run(TWO_CORES, input, "home", Map.of("input.id", "id"));
      expected = tables("home");
      cluster.files().copyFromLocalFile(path(input), path("/in.tsv"));
      zip(machine.resolve("model.zip"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"cluster", "client"})
  void aModelInAnArchiveGivesTheTablesOfThisMachine(String mode) throws IOException {
    String archive = machine.resolve("model.zip") + "#bert";
    try (Child run =
        cluster.submit(
            mode, List.of("--deploy-mode", mode, "--archives", archive), arguments(mode))) {
      assertThat(run.exit()).as(run.said()).isZero();
    }
    cluster.files().copyToLocalFile(false, path("/" + mode), path(folder.resolve("back")), true);
    assertThat(tables("back")).isEqualTo(expected);
    RunManifest manifest =
        RunDirectory.at(folder.resolve("back").toString(), new Configuration()).manifest();
    assertThat(manifest.status()).isEqualTo("succeeded");
    assertThat(manifest.model().name()).isEqualTo("bert");
  }

  /** In cluster mode YARN returns exit code 1 for every failure. */
  @ParameterizedTest
  @CsvSource({"cluster, 1, finished with failed status", "client, 2, model bert does not exist"})
  void aRunThatFailsIsNotTriedASecondTime(String mode, int code, String message) {
    try (Child run =
        cluster.submit("bad-" + mode, List.of("--deploy-mode", mode), arguments("bad-" + mode))) {
      assertThat(run.exit()).as(run.said()).isEqualTo(code);
      assertThat(run.said()).contains(message);
    }
    assertThat(cluster.attemptsOfTheLast()).isEqualTo(1);
  }

  private static List<String> arguments(String output) {
    return List.of(
        "profile",
        "--model",
        "bert",
        "--input",
        "hdfs:///in.tsv",
        "--id",
        "id",
        "--output",
        "hdfs:///" + output,
        "--set",
        "grades.min-pairs=20",
        "--set",
        "grades.min-queries=20");
  }

  private static void zip(Path zip) throws IOException {
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip));
        Stream<Path> files = Files.list(model())) {
      for (Path file : files.toList()) {
        out.putNextEntry(new ZipEntry(file.getFileName().toString()));
        Files.copy(file, out);
      }
    }
  }

  private static org.apache.hadoop.fs.Path path(Object path) {
    return new org.apache.hadoop.fs.Path(path.toString());
  }
}
