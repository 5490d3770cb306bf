package io.sextant.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.attention.GoldenModel;
import io.sextant.bert.TinyCheckpoint;
import io.sextant.table.RunDirectory;
import io.sextant.table.Table;
import io.sextant.table.row.HeadMatch;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compares whole runs of models that do not have the same heads. */
class CompareModelsTest {
  private static final int[] ORDER = {2, 0, 3, 1};

  @TempDir Path folder;
  private final PrintStream systemOut = System.out;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @BeforeEach
  void capture() {
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    System.setProperty("spark.ui.enabled", "false");
    System.setProperty("spark.driver.bindAddress", "127.0.0.1");
  }

  @AfterEach
  void release() {
    System.setOut(systemOut);
    System.clearProperty("spark.ui.enabled");
    System.clearProperty("spark.driver.bindAddress");
  }

  @Test
  void aModelIsMatchedWithItselfWhenItsHeadsArePermuted() throws IOException {
    String a = profile(TinyCheckpoint.writeHeads(folder.resolve("model"), 0, 1, 2, 3), "a");
    String b = profile(TinyCheckpoint.writeHeads(folder.resolve("permuted"), ORDER), "b");
    List<HeadMatch> matches = compare(a, b);
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("trained apart", "Heads are matched by their attention");
    assertThat(matches)
        .hasSize(8)
        .allSatisfy(
            match -> {
              assertThat(match.method()).isEqualTo("jensen_shannon");
              assertThat(match.nPairs()).isEqualTo(16);
              assertThat(match.layerB()).isEqualTo(match.layerA());
              assertThat(ORDER[match.headB()]).isEqualTo(match.headA());
              assertThat(match.nearer()).isZero();
              // Sums over heads, which the second layer's inputs are, are rounded in another order.
              assertThat(match.distance()).isLessThan(match.layerA() == 0 ? 1e-5 : 1e-3);
            });
    assertThat(folder.resolve("difference/head_differences.csv")).exists();
  }

  @Test
  void modelsOfOtherShapesAndTokenizersAreMatchedByTheWordsThatTheyShare() throws IOException {
    String a = profile(TinyCheckpoint.writeHeads(folder.resolve("model"), 0, 1, 2, 3), "a");
    String b = profile(GoldenModel.ROBERTA.directory(), "b");
    int heads = heads(b);
    assertThat(heads).isNotEqualTo(8);
    List<HeadMatch> matches = compare(a, b);
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("The models have other shapes");
    assertThat(matches)
        .hasSize(Math.min(8, heads))
        .allSatisfy(
            match -> {
              assertThat(match.method()).isEqualTo("jensen_shannon");
              assertThat(match.nPairs()).isEqualTo(16);
              assertThat(match.distance()).isBetween(0., Math.sqrt(Math.log(2)));
            });
    assertThat(matches.stream().map(match -> List.of(match.layerB(), match.headB())))
        .doesNotHaveDuplicates();
    assertThat(folder.resolve("difference/index.html")).isNotEmptyFile();
    assertThat(folder.resolve("difference/head_differences.csv")).doesNotExist();
    String output = folder.resolve("difference").toString();
    assertThat(Cli.run("compare", "--run", a, "--run", b, "--output", output, "--same-heads"))
        .isEqualTo(ExitCode.USAGE);
  }

  private String profile(Path model, String name) throws IOException {
    StringBuilder text = new StringBuilder("sentence_a\tsentence_b\n");
    for (int i = 0; i < 40; i++) {
      text.append("the cat sat on the mat .\tit slept all day , and");
      for (int bit = 0; bit < 6; bit++) {
        text.append((i >> bit & 1) == 0 ? " cat" : " dog");
      }
      text.append(" sat .\n");
    }
    String input = Files.writeString(folder.resolve("pairs.tsv"), text).toString();
    String run = folder.resolve(name).toString();
    assertThat(Cli.run("profile", "--model", model.toString(), "--input", input, "--output", run))
        .isEqualTo(ExitCode.OK);
    return run;
  }

  private List<HeadMatch> compare(String a, String b) {
    String output = folder.resolve("difference").toString();
    assertThat(Cli.run("compare", "--run", a, "--run", b, "--output", output))
        .isEqualTo(ExitCode.OK);
    return RunDirectory.at(output, new Configuration()).read(Table.HEAD_MATCHES);
  }

  private static int heads(String run) {
    return RunDirectory.at(run, new Configuration()).manifest().model().grid().heads();
  }
}
