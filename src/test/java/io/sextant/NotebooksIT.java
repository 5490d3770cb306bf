package io.sextant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sextant.table.RunDirectory;
import io.sextant.table.Table;
import io.sextant.testing.MadeEffects;
import io.sextant.testing.Python;
import io.sextant.testing.RealRuns;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.io.FileUtils;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs {@code jobs/notebooks.sh} on two real runs; its packages are installed below target/. */
class NotebooksIT {
  @TempDir Path folder;

  @Test
  void everyNotebookRuns() throws Exception {
    assumeTrue(Python.isThere(), Python.MISSING);
    Path run = folder.resolve("run");
    FileUtils.copyDirectory(new File(RealRuns.first().root().toUri()), run.toFile());
    addEffects(RunDirectory.at(run.toString(), new Configuration()));
    Path other = Path.of(RealRuns.second().root().toUri());
    Path said = folder.resolve("said.txt");
    ProcessBuilder builder =
        new ProcessBuilder("jobs/notebooks.sh", run.toString(), other.toString())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile());
    builder.environment().put("SEXTANT_HOME", Path.of("target/home").toAbsolutePath().toString());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().remove("SPARK_HOME");
    Process process = builder.start();
    assertThat(process.waitFor(15, TimeUnit.MINUTES)).as("ends in time").isTrue();
    assertThat(process.exitValue()).as(Files.readString(said)).isZero();

    for (String name :
        List.of(
            "01-tour",
            "02-compare-models",
            "03-at-scale",
            "04-reproduce-the-article",
            "05-does-it-matter")) {
      assertThat(page(run, name))
          .as(name)
          .doesNotContain("data-mime-type=\"application/vnd.jupyter.stderr\"")
          .doesNotContainPattern("\\w+Warning:");
    }
    assertThat(page(run, "01-tour")).contains("200 pairs", "related_other", "image/png");
    assertThat(page(run, "02-compare-models")).contains("one model over two inputs", "correlation");
    assertThat(page(run, "04-reproduce-the-article"))
        .contains("the article", "number 1", "image/png");
    assertThat(page(run, "05-does-it-matter"))
        .contains("the 14 heads of next.all: 0.500 (0.499 to 0.501)", "rank 21 of 21", "image/png")
        .contains("predicted words", "loss of masked words", "This run has no untrained models");
    Matcher difference =
        Pattern.compile("greatest difference is ([0-9.e+-]+)").matcher(page(run, "03-at-scale"));
    assertThat(difference.find()).isTrue();
    assertThat(Double.parseDouble(difference.group(1))).isLessThan(1e-5);
  }

  @Test
  void whatIsMissingIsSaid() throws Exception {
    Path said = folder.resolve("said.txt");
    Process process =
        new ProcessBuilder("jobs/notebooks.sh", folder.toString())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).isEqualTo(2);
    assertThat(said).content().contains("run.json");
  }

  private static void addEffects(RunDirectory run) {
    run.write(Table.HEAD_EFFECTS, MadeEffects.heads().iterator());
    run.write(Table.PATTERN_EFFECTS, MadeEffects.patterns().iterator());
    run.write(Table.LABEL_EFFECTS, MadeEffects.labels().iterator());
    run.write(run.manifest().toBuilder().effects(MadeEffects.HOW).build());
  }

  private static String page(Path run, String name) throws IOException {
    return Files.readString(run.resolve("notebooks/" + name + ".html"));
  }
}
