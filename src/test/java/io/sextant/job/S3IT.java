package io.sextant.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.table.RunDirectory;
import io.sextant.testing.S3Server;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** With model, input and output on S3, tables have the same bytes as here, after a kill too. */
@Timeout(900)
class S3IT extends SparkTest {
  private static final int PAIRS = 320;

  @TempDir static Path machine;

  private static S3Server server;
  private static FileSystem s3;

  @BeforeAll
  static void start() throws IOException {
    server = S3Server.start(machine.resolve("s3.log"));
    s3 = path(server.address("")).getFileSystem(server.configuration());
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
  }

  @Test
  void aRunThatIsKilledAndResumedGivesTheBytesOfALocalOneAndIsReadByEveryCommand()
      throws IOException {
    Path input = Corpus.tsv(folder.resolve("in.tsv"), Corpus.lines(PAIRS));
    run(TWO_CORES, input, "home", Map.of("input.id", "id", "pair-scores", true));
    s3.copyFromLocalFile(path(input.toUri()), path(server.address("in/in.tsv")));
    s3.copyFromLocalFile(path(model().toUri()), path(server.address("models/tiny")));

    try (Child first = profile("first.log")) {
      first.await("two chunks", () -> committed() >= 2);
      Child.kill(first.handle());
      first.exit();
    }
    assertThat(RunDirectory.at(server.address("run"), s3.getConf()).manifest().status())
        .isEqualTo("running");
    assertThat(committed()).isBetween(2, PAIRS / 32 - 1);

    try (Child second = profile("second.log", "--resume")) {
      assertThat(second.exit()).as(second.said()).isZero();
    }
    Path back = folder.resolve("back");
    s3.copyToLocalFile(false, path(server.address("run")), path(back), true);
    assertThat(tables("back")).isEqualTo(tables("home"));
    assertThat(names("run"))
        .contains("run.json")
        .noneMatch(name -> name.startsWith(".") || name.startsWith("_"));

    commandsReadWhatIsThere();
  }

  private void commandsReadWhatIsThere() throws IOException {
    String run = server.address("run");
    assertThat(said("report", "--run", run)).contains(run + "/report/index.html");
    assertThat(names("run/report")).contains("index.html");
    Path csv = folder.resolve("csv");
    said("export", "--run", run, "--to", "csv:" + csv);
    said("export", "--run", folder.resolve("back").toString(), "--to", "csv:" + csv + "-back");
    assertThat(texts(csv)).isEqualTo(texts(folder.resolve("csv-back"))).isNotEmpty();
    said("compare", "--run", run, "--run", run, "--output", folder.resolve("same").toString());
    assertThat(folder.resolve("same/index.html")).exists();
    String model = server.address("models/tiny");
    assertThat(said("inspect", "--model", model))
        .isEqualTo(said("inspect", "--model", model().toString()));
    Path page = folder.resolve("pair.html");
    said("view", "--model", model, "--output", page.toString(), "the cat sat", "it was tired");
    assertThat(page).exists();
  }

  private Child profile(String log, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "profile",
                "--model",
                server.address("models/tiny"),
                "--input",
                server.address("in"),
                "--id",
                "id",
                "--output",
                server.address("run"),
                "--pair-scores",
                "--set",
                "grades.min-pairs=20",
                "--set",
                "grades.min-queries=20"));
    arguments.addAll(List.of(more));
    return start(log, arguments.toArray(String[]::new));
  }

  /** Runs a command, which must succeed, and returns its output. */
  private String said(String... arguments) {
    try (Child command = start(arguments[0] + ".log", arguments)) {
      assertThat(command.exit()).as(command.said()).isZero();
      return command.said();
    }
  }

  private Child start(String log, String... arguments) {
    return Child.start(folder.resolve(log), server.environment(), Javas.sextant(arguments));
  }

  private int committed() {
    return (int) names("run/_chunks").stream().filter(name -> name.startsWith("chunk-")).count();
  }

  private static List<String> names(String folder) {
    try {
      return Arrays.stream(s3.listStatus(path(server.address(folder))))
          .map(FileStatus::getPath)
          .map(org.apache.hadoop.fs.Path::getName)
          .toList();
    } catch (FileNotFoundException e) {
      return List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> texts(Path folder) throws IOException {
    Map<String, String> texts = new HashMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        texts.put(folder.relativize(file).toString(), Files.readString(file));
      }
    }
    return texts;
  }

  private static org.apache.hadoop.fs.Path path(Object path) {
    return new org.apache.hadoop.fs.Path(path.toString());
  }
}
