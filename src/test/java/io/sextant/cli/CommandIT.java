package io.sextant.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.bert.TinyCheckpoint;
import io.sextant.testing.BuildFolder;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the shaded jar as {@code jobs/sextant.sh} does, in a process of its own. */
class CommandIT {
  @TempDir Path folder;

  private record Outcome(int code, String out, String err) {}

  @Test
  void theJarProfilesAndReports() throws Exception {
    String model = TinyCheckpoint.write(folder.resolve("model")).toString();
    Path input =
        Files.writeString(
            folder.resolve("pairs.tsv"),
            "sentence_a\tsentence_b\n" + "the cat sat .\tit was tired .\n".repeat(40));
    String run = folder.resolve("run").toString();
    Outcome profile =
        sextant("profile", "--model", model, "--input", input.toString(), "--output", run);
    assertThat(profile.code()).as(profile.err()).isZero();
    assertThat(profile.out()).contains("40 pairs profiled");
    assertThat(profile.err()).doesNotContain("WARN", "ERROR", "SLF4J");
    assertThat(folder.resolve("run/run.json")).content().contains("\"status\" : \"succeeded\"");

    Outcome report = sextant("report", "--run", run);
    assertThat(report.code()).as(report.err()).isZero();
    assertThat(Path.of(report.out().strip())).isNotEmptyFile();

    Outcome export =
        sextant("export", "--run", run, "--to", "duckdb:" + folder.resolve("runs.duckdb"));
    assertThat(export.code()).as(export.err()).isZero();
    assertThat(export.err()).isEmpty();

    Outcome again =
        sextant("profile", "--model", model, "--input", input.toString(), "--output", run);
    assertThat(again.code()).isEqualTo(2);
    assertThat(again.err()).contains("--overwrite").hasLineCount(1);
  }

  @Test
  void sparkSubmitRunsTheJarInALoaderOfItsOwn() throws Exception {
    String model = TinyCheckpoint.write(folder.resolve("model")).toString();
    Path input =
        Files.writeString(
            folder.resolve("pairs.tsv"),
            "sentence_a\tsentence_b\n" + "the cat sat .\tit was tired .\n".repeat(40));
    Path run = folder.resolve("run");
    List<String> command =
        new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin/java").toString()));
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> argument.startsWith("--add-opens"))
        .forEach(command::add);
    command.addAll(
        List.of(
            "-cp",
            Files.readString(BuildFolder.resolve("spark.classpath")).strip(),
            "org.apache.spark.deploy.SparkSubmit",
            "--master",
            "local[2]",
            "--conf",
            "spark.ui.enabled=false",
            "--class",
            "io.sextant.Main",
            shadedJar().toString(),
            "profile",
            "--model",
            model,
            "--input",
            input.toString(),
            "--output",
            run.toString()));
    Outcome submitted = start(command);
    assertThat(submitted.code()).as(submitted.err()).isZero();
    assertThat(submitted.out()).contains("40 pairs profiled");
    assertThat(run.resolve("run.json")).content().contains("\"backend\" : \"onednn\"");
  }

  @Test
  void theJarHoldsWhatSparkLacksAndNothingOfSpark() throws IOException {
    try (ZipFile jar = new ZipFile(shadedJar().toFile())) {
      List<String> names = jar.stream().map(ZipEntry::getName).toList();
      assertThat(names)
          .contains(
              "io/sextant/Main.class",
              "org/nd4j/linalg/factory/Nd4j.class",
              "org/bytedeco/javacpp/Pointer.class",
              "com/johnsnowlabs/nlp/annotators/Stemmer.class",
              "ai/djl/huggingface/tokenizers/HuggingFaceTokenizer.class",
              "org/postgresql/Driver.class",
              "libduckdb_java.so_linux_amd64");
      assertThat(names)
          .noneMatch(name -> name.startsWith("libduckdb") && !name.endsWith("linux_amd64"))
          .noneMatch(name -> name.startsWith("org/apache/spark/sql/"))
          .noneMatch(name -> name.startsWith("org/apache/hadoop/"))
          .noneMatch(name -> name.startsWith("org/apache/parquet/"))
          .noneMatch(name -> name.startsWith("scala/"))
          .noneMatch(name -> name.startsWith("org/slf4j/"));
    }
  }

  private Outcome sextant(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("jobs/sextant.sh"));
    command.addAll(List.of(arguments));
    return start(command);
  }

  private Outcome start(List<String> command) throws Exception {
    File out = folder.resolve("out.txt").toFile();
    File err = folder.resolve("err.txt").toFile();
    ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(out).redirectError(err);
    builder.environment().put("SEXTANT_JAVA_OPTS", "-Xmx2g");
    builder.environment().remove("SPARK_HOME");
    Process process = builder.start();
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).as("ends in time").isTrue();
    return new Outcome(process.exitValue(), read(out), read(err));
  }

  private static String read(File file) throws IOException {
    return Files.readString(file.toPath(), StandardCharsets.UTF_8);
  }

  private static Path shadedJar() throws IOException {
    try (Stream<Path> jars = Files.list(BuildFolder.resolve(""))) {
      return jars.filter(path -> path.getFileName().toString().endsWith("-all.jar"))
          .findFirst()
          .orElseThrow();
    }
  }
}
