package io.sextant.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.bert.TinyCheckpoint;
import io.sextant.fault.BadInputException;
import io.sextant.fault.PartialRunException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CliTest {
  @TempDir Path folder;

  private final PrintStream systemOut = System.out;
  private final PrintStream systemErr = System.err;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeEach
  void capture() {
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    System.setProperty("spark.ui.enabled", "false");
    System.setProperty("spark.driver.bindAddress", "127.0.0.1");
  }

  @AfterEach
  void release() {
    System.setOut(systemOut);
    System.setErr(systemErr);
    System.clearProperty("spark.ui.enabled");
    System.clearProperty("spark.driver.bindAddress");
  }

  @Test
  void profileAndReportEndInZeroAndSayWhereToLook() throws IOException {
    String model = TinyCheckpoint.write(folder.resolve("model")).toString();
    Path input = pairs(40);
    String run = folder.resolve("run").toString();
    assertThat(Cli.run("profile", "--model", model, "--input", input.toString(), "--output", run))
        .isEqualTo(ExitCode.OK);
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("40 pairs profiled, 0 rejected");
    assertThat(Cli.run("effects", "--run", run, "--effect-pairs", "2")).isEqualTo(ExitCode.OK);
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("effects measured on 2 pairs");
    assertThat(Cli.run("effects", "--run", run, "--effect-pairs", "0")).isEqualTo(ExitCode.USAGE);
    assertThat(errors()).contains("--effect-pairs is 0").hasLineCount(1);
    err.reset();
    assertThat(Cli.run("effects", "--run", folder.toString())).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(errors()).contains("is not a run directory").hasLineCount(1);
    err.reset();
    assertThat(Cli.run("report", "--run", run)).isEqualTo(ExitCode.OK);
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("index.html");
    assertThat(folder.resolve("run/report/index.html")).isNotEmptyFile();
    assertThat(folder.resolve("run/report/next.png")).isNotEmptyFile();
    assertThat(folder.resolve("run/report/next.svg")).isNotEmptyFile();

    Path database = folder.resolve("runs.duckdb");
    assertThat(Cli.run("export", "--run", run, "--to", "duckdb:" + database))
        .isEqualTo(ExitCode.OK);
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("rows exported");
    assertThat(database).isNotEmptyFile();
    assertThat(Cli.run("export", "--run", run, "--to", "jdbc:mysql://me:secret@host/heads"))
        .isEqualTo(ExitCode.USAGE);
    assertThat(errors()).contains("jdbc:postgresql:").doesNotContain("secret").hasLineCount(1);
    err.reset();

    assertThat(
            Cli.run(
                "profile",
                "--model",
                model,
                "--input",
                input.toString(),
                "--output",
                run,
                "--overwrite",
                "--max-chunks",
                "1"))
        .isEqualTo(ExitCode.PARTIAL);
    assertThat(errors()).contains("--resume");
    assertThat(
            Cli.run(
                "profile",
                "--model",
                model,
                "--input",
                input.toString(),
                "--output",
                run,
                "--resume"))
        .isEqualTo(ExitCode.OK);
  }

  @Test
  void viewDrawsOnePairWithoutSpark() throws IOException {
    String model = TinyCheckpoint.write(folder.resolve("model")).toString();
    String page = folder.resolve("deep/pair.html").toString();
    String[] pair = {"The cat sat.", "It was not tired!"};
    assertThat(
            Cli.run(
                "view",
                "--model",
                model,
                "--output",
                page,
                "--pictures",
                "png,pdf",
                pair[0],
                pair[1]))
        .isEqualTo(ExitCode.OK);
    assertThat(out.toString(StandardCharsets.UTF_8).lines())
        .containsExactly(
            page,
            folder.resolve("deep/pair-model-view.png").toString(),
            folder.resolve("deep/pair-model-view.pdf").toString(),
            folder.resolve("deep/pair-head-view.png").toString(),
            folder.resolve("deep/pair-head-view.pdf").toString());
    assertThat(Path.of(page)).isNotEmptyFile();
    assertThat(ImageIO.read(folder.resolve("deep/pair-head-view.png").toFile()).getWidth())
        .isEqualTo(1004);
    assertThat(ImageIO.read(folder.resolve("deep/pair-model-view.png").toFile())).isNotNull();
    assertThat(Cli.run("view", "--model", model, "--output", page, pair[0])).isEqualTo(ExitCode.OK);
  }

  @Test
  void viewSaysWhatCannotBeDrawn() throws IOException {
    String model = TinyCheckpoint.write(folder.resolve("model")).toString();
    assertThat(Cli.run("view", "--model", model, "--layer", "7", "a cat"))
        .isEqualTo(ExitCode.USAGE);
    assertThat(errors()).contains("--layer 7: the model has ").hasLineCount(1);
    assertThat(Cli.run("view", "--model", model, "a cat", "\u0007")).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(errors()).contains("sentence 2 has no tokens");
    assertThat(Cli.run("view", "--model", model, "cat ".repeat(60))).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(errors()).contains("too long for the model, which takes 40");
    assertThat(Cli.run("view", "--model", model)).isEqualTo(ExitCode.USAGE);
    assertThat(Cli.run("view", "--model", model, "--pictures", "png,jpeg", "a cat"))
        .isEqualTo(ExitCode.USAGE);
    assertThat(errors()).contains("--pictures jpeg: pictures are svg, png or pdf");
    assertThat(Path.of("view.html")).doesNotExist();
  }

  @Test
  void compareTakesTwoRunsAndWritesPageCsvAndParquet() throws IOException {
    String model = TinyCheckpoint.write(folder.resolve("model")).toString();
    String input = pairs(40).toString();
    String a = folder.resolve("a").toString();
    Cli.run("profile", "--model", model, "--input", input, "--output", a);
    String output = folder.resolve("difference").toString();
    assertThat(Cli.run("compare", "--run", a, "--run", a, "--output", output))
        .isEqualTo(ExitCode.OK);
    assertThat(folder.resolve("difference/index.html")).isNotEmptyFile();
    assertThat(folder.resolve("difference/head_differences/part-00000.zstd.parquet"))
        .isNotEmptyFile();
    assertThat(Files.readAllLines(folder.resolve("difference/head_differences.csv")).get(0))
        .startsWith("run_a,run_b,layer,head,pattern");
    assertThat(Cli.run("compare", "--run", a, "--output", output)).isEqualTo(ExitCode.USAGE);
    assertThat(errors()).contains("two runs");
  }

  @Test
  void usageErrorsEndInOneAndNameTheOption() {
    assertThat(Cli.run("profile", "--modle", "x")).isEqualTo(ExitCode.USAGE);
    assertThat(errors()).contains("--modle: do you mean --model?").hasLineCount(1);
    err.reset();
    assertThat(Cli.run("profil")).isEqualTo(ExitCode.USAGE);
    assertThat(errors()).contains("no command 'profil'", "do you mean profile?").hasLineCount(1);
    err.reset();
    assertThat(Cli.run("help", "profil")).isEqualTo(ExitCode.USAGE);
    assertThat(errors()).contains("do you mean profile?").hasLineCount(1);
    assertThat(Cli.run("dance")).isEqualTo(ExitCode.USAGE);
    assertThat(Cli.run()).isEqualTo(ExitCode.USAGE);
    assertThat(Cli.run("profile", "--max-chunks", "few")).isEqualTo(ExitCode.USAGE);
    assertThat(Cli.run("profile", "--resume", "--overwrite")).isEqualTo(ExitCode.USAGE);
  }

  @ParameterizedTest
  @CsvSource({
    "--patterns, nxt, do you mean next?",
    "--set, grades.min-pair=7, do you mean grades.min-pairs?",
    "--set, grades.min-pairs=many, grades.min-pairs",
    "--set, pairs, pairs",
    "--precision, f23, 'choose one of auto, f32, bf16, bf16x3'",
    "--backend, onnx, 'choose one of nd4j, onednn'",
    "--units, words, the units are",
    "--format, jsnol, do you mean jsonl?",
    "--language, klingon, ISO 639-1",
    "--max-tokens, 2, too short",
    "--until-patterns, nxt, do you mean next?",
    "--max-reject-rate, 5, from 0 to 1",
  })
  void anOptionsValueThatItCannotHaveIsUsageAndToldBeforeSparkStarts(
      String option, String value, String told) throws IOException {
    String model = TinyCheckpoint.write(folder.resolve("model")).toString();
    String[] command = {
      "profile", "--model", model, "--input", pairs(3).toString(), "--output", "x", option, value
    };
    assertThat(Cli.run(command)).as(errors()).isEqualTo(ExitCode.USAGE);
    assertThat(errors()).contains(told).hasLineCount(1);
    assertThat(SparkSession.getDefaultSession().isEmpty()).isTrue();
    assertThat(Path.of("x")).doesNotExist();
  }

  @Test
  void viewTakesOneSentenceOrTwo() {
    assertThat(Cli.run("view", "--model", "m", "the", "cat", "sat")).isEqualTo(ExitCode.USAGE);
    assertThat(errors())
        .isEqualToIgnoringNewLines(
            "sextant: view takes one sentence or two, found 3: put each in quotes");
  }

  @Test
  void badInputEndsInTwoWithOneLine() throws IOException {
    String absent = folder.resolve("absent").toString();
    assertThat(Cli.run("inspect", "--model", absent)).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(errors()).contains(absent).startsWith("sextant: ").hasLineCount(1);
    err.reset();
    assertThat(Cli.run("report", "--run", absent)).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(errors()).contains(absent).hasLineCount(1);
    err.reset();
    String model = TinyCheckpoint.write(folder.resolve("model")).toString();
    assertThat(Cli.run("profile", "--model", model, "--input", absent + ".tsv", "--output", "x"))
        .isEqualTo(ExitCode.BAD_INPUT);
    assertThat(errors()).contains(absent + ".tsv").hasLineCount(1);
    err.reset();
    String input = pairs(3).toString();
    assertThat(Cli.run("profile", "--model", absent, "--input", input, "--output", "x"))
        .isEqualTo(ExitCode.BAD_INPUT);
    assertThat(errors()).contains(absent).hasLineCount(1);
    err.reset();
    String taken = folder.toString();
    assertThat(Cli.run("profile", "--model", model, "--input", input, "--output", taken))
        .isEqualTo(ExitCode.BAD_INPUT);
    assertThat(errors()).contains("choose another --output").hasLineCount(1);
    assertThat(SparkSession.getDefaultSession().isEmpty()).isTrue();
    assertThat(Path.of("x")).doesNotExist();
  }

  @Test
  void verboseShowsTheStackTrace() {
    String absent = folder.resolve("absent").toString();
    assertThat(Cli.run("inspect", "--verbose", "--model", absent)).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(errors()).contains("\tat io.sextant.");
  }

  @Test
  void theCodeIsThatOfTheCause() {
    assertThat(ExitCode.of(new RuntimeException(new BadInputException("x"))))
        .isEqualTo(ExitCode.BAD_INPUT);
    assertThat(ExitCode.of(new PartialRunException("x", null))).isEqualTo(ExitCode.PARTIAL);
    assertThat(ExitCode.of(new IllegalStateException("x"))).isEqualTo(ExitCode.INTERNAL);
  }

  @Test
  void anInternalErrorEndsInThree() throws IOException {
    // The report cannot be written, because there is a file in place of its folder.
    Path run = folder.resolve("run");
    String model = TinyCheckpoint.write(folder.resolve("model")).toString();
    Cli.run(
        "profile", "--model", model, "--input", pairs(33).toString(), "--output", run.toString());
    Path inTheWay = Files.writeString(folder.resolve("file"), "x");
    assertThat(
            Cli.run(
                "report", "--run", run.toString(), "--output", inTheWay.resolve("r").toString()))
        .isEqualTo(ExitCode.INTERNAL);
    assertThat(errors()).contains("--verbose");
  }

  @Test
  void helpHasExamples() {
    assertThat(Cli.run("profile", "--help")).isEqualTo(ExitCode.OK);
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("Examples:", "--sentence-a", "--set")
        .containsSubsequence("Files:", "--model", "What the input is:", "--id", "Other options:");
    out.reset();
    assertThat(Cli.run("--version")).isEqualTo(ExitCode.OK);
    assertThat(Cli.run("report", "--version")).isEqualTo(ExitCode.OK);
    assertThat(out.toString(StandardCharsets.UTF_8).lines())
        .hasSize(2)
        .allMatch(line -> line.startsWith("sextant "));
  }

  private Path pairs(int count) throws IOException {
    StringBuilder text = new StringBuilder("sentence_a\tsentence_b\n");
    for (int i = 0; i < count; i++) {
      text.append("the cat sat on the mat .\tit slept all day , and ")
          .append("the ".repeat(i % 4))
          .append("dog was tired .\n");
    }
    return Files.writeString(folder.resolve("pairs.tsv"), text);
  }

  private String errors() {
    return err.toString(StandardCharsets.UTF_8);
  }
}
