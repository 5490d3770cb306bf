package io.sextant.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sextant.bert.TinyCheckpoint;
import io.sextant.testing.SparkDistribution;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the Scala of {@code docs/get-started.md} as it stands there, in a real spark-shell. */
class GetStartedIT {
  private static final Pattern SCALA = Pattern.compile("```scala\n(.*?)```", Pattern.DOTALL);

  @TempDir Path folder;

  @Test
  void theScalaOfTheDocumentRunsInSparkShell() throws Exception {
    Optional<Path> spark = SparkDistribution.home();
    assumeTrue(spark.isPresent(), SparkDistribution.MISSING);
    Matcher example = SCALA.matcher(Files.readString(Path.of("docs/get-started.md")));
    assertThat(example.find()).isTrue();
    TinyCheckpoint.write(folder.resolve("model"));
    Files.writeString(
        folder.resolve("pairs.tsv"), "sentence_a\tsentence_b\nthe cat sat .\tthe dog slept .\n");
    Path script = Files.writeString(folder.resolve("script.scala"), example.group(1));
    Path said = folder.resolve("said.txt");
    ProcessBuilder builder =
        new ProcessBuilder(
                List.of(
                    spark.get().resolve("bin/spark-shell").toString(),
                    "--jars",
                    Javas.shadedJar().toString(),
                    "--master",
                    "local[2]",
                    "--conf",
                    "spark.ui.enabled=false"))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectInput(script.toFile())
            .redirectOutput(said.toFile());
    builder.environment().put("SPARK_HOME", spark.get().toString());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    Process process = builder.start();
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).as("ends in time").isTrue();
    assertThat(said)
        .content()
        .doesNotContain("error:", "Exception")
        .contains("|layer|head|", "insufficient");
    assertThat(folder.resolve("shell-run/report/index.html")).isNotEmptyFile();
  }
}
