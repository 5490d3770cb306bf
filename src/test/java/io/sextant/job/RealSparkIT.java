package io.sextant.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sextant.testing.SparkDistribution;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the jobs on a real Spark distribution with its own {@code spark-submit} and its own cluster.
 * The tables have the same bytes as with Maven's jars.
 */
@Timeout(900)
class RealSparkIT extends SparkTest {
  private static final int PAIRS = 96;

  /** Settings for executors that fit on a worker of {@link StandaloneCluster}. */
  private static final List<String> SMALL =
      List.of(
          "--conf",
          "spark.executor.cores=1",
          "--conf",
          "spark.executor.memory=1g",
          "--conf",
          "spark.driver.memory=1g",
          "--conf",
          "spark.executor.extraJavaOptions=" + String.join(" ", Javas.LIGHT));

  @TempDir static Path machine;

  private static Path distribution;
  private static StandaloneCluster cluster;
  private static Child starved;
  private static Path corpus;
  private static Map<String, String> expected;

  @BeforeAll
  static void start() {
    Optional<Path> home = SparkDistribution.home();
    assumeTrue(home.isPresent(), SparkDistribution.MISSING);
    distribution = home.get();
    List<String> lines = new ArrayList<>(Corpus.lines(PAIRS));
    lines.add("id-bad\tthe cat sat .\t");
    corpus = Corpus.tsv(machine.resolve("in.tsv"), lines);
    cluster = new StandaloneCluster(machine, SparkPrograms.of(distribution));
    // This run waits during the other tests, because conf/spark-standalone.conf needs 4 cores.
    starved =
        job(
            "starved",
            "standalone",
            List.of("--conf", "spark.driver.memory=1g"),
            profile(machine.resolve("none").toString()));
  }

  @AfterAll
  static void stop() {
    if (cluster != null) {
      starved.close();
      cluster.close();
    }
  }

  @BeforeEach
  void runOnMavensJars() {
    if (expected == null) {
      run("local[1]", corpus, "home", Map.of("input.id", "id"));
      expected = tables("home");
    }
  }

  @Test
  void localRunsAreProfiledOverwrittenResumedReportedAndExported() throws IOException {
    String output = folder.resolve("local").toString();
    List<String> oneGigabyte = List.of("--driver-memory", "1g");
    try (Child run = job("local", "local", oneGigabyte, profile(output))) {
      assertThat(run.exit()).as(run.said()).isZero();
      assertThat(run.said()).contains(PAIRS + " pairs profiled, 1 rejected");
      assertThat(run.said()).doesNotContain(" INFO ", " WARN ");
    }
    assertThat(tables("local")).isEqualTo(expected);
    assertNothingIsLeftBeside(output);

    List<String> overwrite = with(profile(output), "--overwrite", "--max-chunks", "1");
    try (Child run = job("partial", "local", oneGigabyte, overwrite)) {
      assertThat(run.exit()).as(run.said()).isEqualTo(4);
    }
    try (Child run = withOwnLogSettings("resumed", with(profile(output), "--resume"))) {
      assertThat(run.exit()).as(run.said()).isZero();
    }
    assertThat(tables("local")).isEqualTo(expected);
    assertNothingIsLeftBeside(output);

    try (Child report = sextant("report", "--run", output)) {
      assertThat(report.exit()).as(report.said()).isZero();
      assertThat(Path.of(report.said().strip())).isNotEmptyFile();
    }
    String csv = folder.resolve("csv").toString();
    try (Child export = sextant("export", "--run", output, "--to", "csv:" + csv)) {
      assertThat(export.exit()).as(export.said()).isZero();
    }
  }

  @Test
  void sparkSubmitAloneLogsWarningsOnlyToo() {
    String output = folder.resolve("alone").toString();
    try (Child run = plain("alone", List.of("--conf", "spark.ui.enabled=false"), profile(output))) {
      assertThat(run.exit()).as(run.said()).isZero();
      // spark-submit itself logs a few lines before Sextant's own main method.
      assertThat(run.said().substring(run.said().indexOf("checking the settings")))
          .contains("starting Spark", "pairs profiled")
          .doesNotContain(" INFO ", " WARN ");
    }
  }

  @Test
  void onItsOwnClusterTheTablesAreTheSame() {
    String output = folder.resolve("client").toString();
    try (Child run = job("client", "standalone", SMALL, profile(output))) {
      assertThat(run.exit()).as(run.said()).isZero();
      assertThat(run.said()).doesNotContain(" INFO ", " WARN ");
    }
    assertThat(tables("client")).isEqualTo(expected);
  }

  @Test
  void effectsThatItsOwnClusterMeasuresAreThoseOfLocalMode() {
    run(
        TWO_CORES,
        corpus,
        "effects-home",
        Map.of("input.id", "id", "effects.pairs", 6, "effects.heads", "all"));
    String output = folder.resolve("effects").toString();
    List<String> asked = with(profile(output), "--effect-pairs", "6", "--effects", "all");
    try (Child run = job("effects", "standalone", SMALL, asked)) {
      assertThat(run.exit()).as(run.said()).isZero();
      assertThat(run.said()).contains("effects: 6 pairs");
    }
    Map<String, String> measured = tables("effects");
    assertThat(measured).containsKeys("head_effects", "pattern_effects", "label_effects");
    assertThat(measured).isEqualTo(tables("effects-home"));
    assertThat(Path.of(output, "_effects")).doesNotExist();
  }

  @Test
  void aDriverThatAWorkerRunsMakesTheSameTablesAndLogsWarningsOnly() throws IOException {
    String output = folder.resolve("deployed").toString();
    List<String> deploy = new ArrayList<>(SMALL);
    deploy.addAll(
        List.of(
            "--deploy-mode",
            "cluster",
            "--conf",
            "spark.standalone.submit.waitAppCompletion=true"));
    try (Child run = job("deployed", "standalone", deploy, profile(output))) {
      assertThat(run.exit()).as(run.said()).isZero();
      assertThat(run.said()).contains("is FINISHED");
    }
    assertThat(tables("deployed")).isEqualTo(expected);
    // Spark logs a few lines before Sextant's own main method.
    assertThat(driverLog()).doesNotContain("SparkContext: Running Spark").hasSizeLessThan(20_000);
  }

  @Test
  void aClusterThatCannotGiveWhatIsAskedForIsToldOf() {
    starved.awaitLine("no executor has come from " + cluster.address());
    assertThat(starved.said())
        .contains("4 cores and 2g of memory", "spark.executor.cores", "ask for less")
        .doesNotContain("TaskSchedulerImpl");
    assertThat(starved.handle().isAlive()).as("the run waits").isTrue();
  }

  private static Child sextant(String... arguments) {
    List<String> command = new ArrayList<>(List.of("jobs/sextant.sh"));
    command.addAll(List.of(arguments));
    return child(
        arguments[0],
        command,
        Map.of("SEXTANT_JAVA_OPTS", "-Xmx1g " + String.join(" ", Javas.LIGHT)));
  }

  /** Runs one of the jobs. */
  private static Child job(String name, String kind, List<String> spark, List<String> ours) {
    List<String> command = new ArrayList<>(List.of("jobs/" + kind + ".sh"));
    command.addAll(spark);
    command.addAll(List.of("--conf", "spark.ui.enabled=false"));
    command.addAll(List.of("--conf", "spark.driver.host=127.0.0.1", "--"));
    command.addAll(ours);
    return child(name, command, Map.of("SPARK_MASTER", cluster.address()));
  }

  /** Submits with spark-submit instead of the scripts, and with the user's own log settings. */
  private static Child withOwnLogSettings(String name, List<String> ours) {
    Path log =
        Corpus.write(
            machine.resolve("mine.properties"),
            "rootLogger.level = info\nrootLogger.appenderRef.c.ref = c\n"
                + "appender.c.type = Console\nappender.c.name = c\n"
                + "appender.c.layout.type = PatternLayout\nappender.c.layout.pattern = MINE %m%n\n");
    List<String> settings = List.of("--driver-java-options", "-Dlog4j2.configurationFile=" + log);
    Child child = plain(name, settings, ours);
    child.awaitLine("MINE Running Spark version ");
    return child;
  }

  /** Submits with spark-submit instead of the scripts. */
  private static Child plain(String name, List<String> spark, List<String> ours) {
    List<String> command =
        new ArrayList<>(List.of(distribution.resolve("bin/spark-submit").toString()));
    command.addAll(List.of("--master", "local[2]", "--driver-memory", "1g"));
    command.addAll(spark);
    command.addAll(List.of("--class", "io.sextant.Main", Javas.shadedJar().toString()));
    command.addAll(ours);
    return child(name, command, Map.of());
  }

  private static Child child(String name, List<String> command, Map<String, String> settings) {
    Map<String, String> environment = new HashMap<>(settings);
    environment.put("SPARK_HOME", distribution.toString());
    environment.put("SPARK_SUBMIT_OPTS", String.join(" ", Javas.LIGHT));
    return Child.start(machine.resolve(name + ".out"), environment, command);
  }

  private static List<String> profile(String output) {
    return List.of(
        "profile",
        "--model",
        model().toString(),
        "--input",
        corpus.toString(),
        "--id",
        "id",
        "--output",
        output,
        "--set",
        "grades.min-pairs=20",
        "--set",
        "grades.min-queries=20");
  }

  private static List<String> with(List<String> arguments, String... more) {
    List<String> all = new ArrayList<>(arguments);
    all.addAll(List.of(more));
    return all;
  }

  private static void assertNothingIsLeftBeside(String output) throws IOException {
    assertThat(Path.of(output, "run.json")).content().contains("\"status\" : \"succeeded\"");
    try (Stream<Path> left = Files.walk(Path.of(output))) {
      assertThat(left.map(file -> file.getFileName().toString()))
          .noneMatch(name -> name.startsWith(".") || name.startsWith("_"));
    }
  }

  /** Returns the log of the driver that a worker started. */
  private static String driverLog() throws IOException {
    try (Stream<Path> files = Files.walk(machine)) {
      return files
          .filter(file -> file.toString().matches(".*/work-\\d/driver-[^/]*/stderr"))
          .map(RealSparkIT::read)
          .findFirst()
          .orElseThrow();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
