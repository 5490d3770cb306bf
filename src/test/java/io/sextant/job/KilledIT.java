package io.sextant.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.bert.TinyCheckpoint;
import io.sextant.table.RunDirectory;
import io.sextant.table.RunManifest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Kills or interrupts a driver in a process of its own, and resumes the run. */
@Timeout(1800)
class KilledIT extends SparkTest {
  private static final int PAIRS = 320;

  @Test
  void aDriverKilledAtEveryStageIsResumedToTheSameBytes() {
    Path input = Corpus.tsv(folder.resolve("in.tsv"), Corpus.lines(PAIRS));
    run("local[1]", input, "whole", Map.of("input.id", "id"));

    try (Child first = profile(input, "first.log")) {
      first.killWhen("a chunk half written", () -> committed() > 0 && hasTemporary());
    }
    assertThat(manifest().status()).isEqualTo("running");
    int before = committed();
    assertThat(before).isPositive().isLessThan(PAIRS / 32);
    assertThat(hasTemporary()).isTrue();

    try (Child second = profile(input, "second.log", "--resume")) {
      second.killWhen("the merge", () -> second.said().contains("merging") && !has("head_offsets"));
      assertThat(second.said())
          .contains("profile " + (PAIRS / 32 - before) + " of " + PAIRS / 32 + " chunks");
    }
    assertThat(hasTemporary()).as("leftovers of the first").isFalse();

    try (Child third = profile(input, "third.log", "--resume")) {
      third.killWhen("tables half written", () -> has("head_patterns") && !has("rejects"));
    }
    assertThat(manifest().status()).isEqualTo("writing");

    try (Child last = profile(input, "last.log", "--resume")) {
      assertThat(last.exit()).as(last.said()).isZero();
    }
    assertThat(manifest().status()).isEqualTo("succeeded");
    assertThat(tables("run")).isEqualTo(tables("whole"));
    assertThat(folder.resolve("run/_lease")).doesNotExist();
  }

  @Test
  void anInterruptedRunStopsWithinSecondsAndSaysHowToGoOn() {
    Path input = Corpus.tsv(folder.resolve("in.tsv"), Corpus.lines(3200));
    long start;
    try (Child child = profile(input, "log")) {
      child.await("two chunks", () -> committed() >= 2);
      start = System.nanoTime();
      child.interrupt();
      assertThat(child.exit()).isNotZero();
      assertThat(child.said()).contains("interrupted").contains("--resume continues");
    }
    assertThat((System.nanoTime() - start) / 1e9).as("seconds to stop").isLessThan(15);
    RunManifest stopped = manifest();
    assertThat(stopped.status()).isEqualTo("partial");
    assertThat(stopped.message()).contains("of 100 chunks");
    assertThat(stopped.counts().chunksDone()).isBetween(2, 99);
    assertThat(folder.resolve("run/_lease")).doesNotExist();
  }

  @Test
  void aDriverThatWasSilentWhileAnotherTookItsFolderOverReplacesNothing() throws IOException {
    Path input = Corpus.tsv(folder.resolve("in.tsv"), Corpus.lines(PAIRS));
    Path other = Corpus.tsv(folder.resolve("other.tsv"), Corpus.lines(40));
    run("local[1]", other, "whole", Map.of("input.id", "id"));
    try (Child first = profile(input, "first.log")) {
      first.freezeWhen("tables half written", () -> has("head_patterns") && !has("relation_rates"));
      assertThat(manifest().status()).isEqualTo("writing");
      // The lease is made as old as after more than a minute without a heartbeat.
      Files.setLastModifiedTime(
          folder.resolve("run/_lease"), FileTime.from(Instant.now().minus(Duration.ofSeconds(63))));
      try (Child second = profile(other, "second.log", "--overwrite")) {
        assertThat(second.exit()).as(second.said()).isZero();
      }
      Map<String, String> taken = tables("run");
      Child.thaw(first.handle());
      assertThat(first.exit()).as(first.said()).isEqualTo(2);
      assertThat(first.said()).contains("another run has taken over");
      assertThat(tables("run")).isEqualTo(taken).isEqualTo(tables("whole"));
      assertThat(manifest().status()).isEqualTo("succeeded");
      assertThat(folder.resolve("run/_writing")).doesNotExist();
    }
  }

  @Test
  void aModelWhoseWeightsAreCutDuringTheRunIsNamed() throws IOException {
    Path input = Corpus.tsv(folder.resolve("in.tsv"), Corpus.lines(6400));
    Path cut = TinyCheckpoint.write(folder.resolve("cut"));
    try (Child child = profile(cut, input, "log")) {
      child.await("two chunks", () -> committed() >= 2);
      try (Stream<Path> files = Files.walk(cut)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          Files.newByteChannel(file, StandardOpenOption.WRITE).truncate(0).close();
        }
      }
      assertThat(child.exit()).as(child.said()).isIn(2, 4);
      // A task that reads the truncated part names the model at once, or else the check at the end
      // does.
      assertThat(child.said())
          .containsPattern(
              "the model " + cut.toRealPath() + " (was truncated while it was read|changed while)");
    }
    assertThat(manifest().status()).isIn("failed", "partial");
  }

  @Test
  void aSecondRunOnTheSameOutputIsRefusedWhileTheFirstLives() {
    // There are so many pairs that the first run is not finished when the second one starts.
    Path input = Corpus.tsv(folder.resolve("in.tsv"), Corpus.lines(60_000));
    try (Child first = profile(input, "first.log")) {
      first.await("a chunk", () -> committed() >= 1);
      for (String how : List.of("--resume", "--overwrite")) {
        try (Child second = profile(input, "second.log", how)) {
          assertThat(second.exit()).isEqualTo(2);
          assertThat(second.said()).contains("in use by process " + first.handle().pid());
        }
      }
      assertThat(first.handle().isAlive()).isTrue();
      assertThat(committed()).isPositive();
    }
  }

  private Child profile(Path input, String log, String... more) {
    return profile(model(), input, log, more);
  }

  private Child profile(Path model, Path input, String log, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "profile",
                "--model",
                model.toString(),
                "--input",
                input.toString(),
                "--id",
                "id",
                "--output",
                folder.resolve("run").toString(),
                "--set",
                "grades.min-pairs=20",
                "--set",
                "grades.min-queries=20"));
    arguments.addAll(List.of(more));
    return Child.start(
        folder.resolve(log), Map.of(), Javas.sextant(arguments.toArray(String[]::new)));
  }

  private int committed() {
    return (int) chunkFiles().stream().filter(name -> name.startsWith("chunk-")).count();
  }

  private boolean hasTemporary() {
    try (Stream<Path> files = Files.walk(folder.resolve("run/_writing"))) {
      return files.anyMatch(path -> path.getFileName().toString().startsWith(".chunk-"));
    } catch (IOException | UncheckedIOException e) {
      return false;
    }
  }

  private List<String> chunkFiles() {
    try (Stream<Path> files = Files.list(folder.resolve("run/_chunks"))) {
      return files.map(path -> path.getFileName().toString()).toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  private boolean has(String name) {
    return Files.exists(folder.resolve("run").resolve(name));
  }

  private RunManifest manifest() {
    return RunDirectory.at(folder.resolve("run").toString(), new Configuration()).manifest();
  }
}
