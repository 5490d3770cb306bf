package io.sextant.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.sextant.fault.BadInputException;
import io.sextant.fault.PartialRunException;
import io.sextant.table.RunDirectory;
import io.sextant.table.RunManifest;
import io.sextant.table.Table;
import io.sextant.table.row.Reject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;

class ProfileJobTest extends SparkTest {
  private static final Map<String, Object> WITH_ID = Map.of("input.id", "id");

  @Test
  void theSameInputGivesTheSameBytesOnOneCoreOrTwoAndInAnySplits() throws Exception {
    List<String> lines = Corpus.lines(150);
    RunManifest one =
        run("local[1]", Corpus.tsv(folder.resolve("a/all.tsv"), lines), "one", WITH_ID);
    run(TWO_CORES, folder.resolve("a/all.tsv"), "two", WITH_ID);
    Collections.shuffle(lines, new Random(5));
    for (int part = 0; part < 7; part++) {
      Corpus.tsv(
          folder.resolve("b/part-" + part + ".tsv"),
          lines.subList(part * 150 / 7, (part + 1) * 150 / 7));
    }
    RunManifest split = run(TWO_CORES, folder.resolve("b/*.tsv"), "split", WITH_ID);

    assertThat(one.counts()).isEqualTo(new RunManifest.Counts(150, 150, 0, 0, 0, 5, 5));
    assertThat(split.runId()).isEqualTo(one.runId());
    assertThat(tables("two")).isEqualTo(tables("one"));
    assertThat(tables("split")).isEqualTo(tables("one"));
    assertThat(folder.resolve("one/_chunks")).doesNotExist();
    try (Stream<Path> left = Files.walk(folder.resolve("one"))) {
      assertThat(
              left.map(path -> path.getFileName().toString()).filter(name -> name.startsWith(".")))
          .isEmpty();
    }
  }

  @Test
  void aRunThatStoppedIsResumedToTheSameBytes() {
    Path input = Corpus.tsv(folder.resolve("in.tsv"), Corpus.lines(150));
    run(TWO_CORES, input, "whole", WITH_ID);
    Map<String, Object> twoChunks = Map.of("input.id", "id", "max-chunks", 2);
    assertThatThrownBy(() -> run(TWO_CORES, input, "parts", twoChunks))
        .isInstanceOf(PartialRunException.class)
        .hasMessageContaining("2 of 5");
    RunManifest partial = manifest("parts");
    assertThat(partial.status()).isEqualTo("partial");
    assertThat(partial.counts().profiled()).isPositive().isLessThan(150);
    assertThat(partial.counts().in()).isEqualTo(150);
    assertThat(partial.counts().notRead()).isEqualTo(150 - partial.counts().profiled());

    RunManifest resumed =
        run(TWO_CORES, input, "parts", Map.of("input.id", "id", "output.existing", "resume"));
    assertThat(resumed.status()).isEqualTo("succeeded");
    assertThat(tables("parts")).isEqualTo(tables("whole"));
  }

  @Test
  void headsAreWeighedComparedAndPlacedUnlessTurnedOff() {
    Path input = Corpus.tsv(folder.resolve("in.tsv"), Corpus.lines(40));
    run(TWO_CORES, input, "on", Map.of());
    RunManifest.Model model = manifest("on").model();
    int heads = model.layers() * model.heads();
    assertThat(directory("on").read(Table.HEAD_DISTANCES))
        .hasSize(heads * (heads - 1))
        .allSatisfy(row -> assertThat(row.distance().value()).isStrictlyBetween(0.0, .8326));
    assertThat(directory("on").read(Table.SAMPLED_ATTENTION))
        .hasSize(16 * heads)
        .allSatisfy(
            row -> {
              int keys = row.words().size() + 1;
              assertThat(row.queries()).doesNotHaveDuplicates().hasSizeBetween(1, 8);
              assertThat(row.attention()).hasSize(row.queries().length * keys);
              for (int query = 0; query < row.queries().length; query++) {
                double sum = 0;
                for (int key = 0; key < keys; key++) {
                  sum += row.attention()[query * keys + key];
                }
                assertThat(sum).isEqualTo(1, within(1e-5));
              }
            });
    assertThat(directory("on").read(Table.HEAD_PATTERNS))
        .allSatisfy(row -> assertThat(row.normShare().value()).isBetween(0.0, 1.0));
    assertThat(directory("on").read(Table.HEAD_PROFILE))
        .allSatisfy(row -> assertThat(row.noopIndex().value()).isPositive().isFinite())
        .filteredOn(row -> row.stratum().equals("all"))
        .hasSize(heads)
        .allSatisfy(row -> assertThat(Math.hypot(row.mapX(), row.mapY())).isPositive());

    run(TWO_CORES, input, "off", Map.of("attention.norms", false, "distances.pairs", 0));
    assertThat(directory("off").read(Table.HEAD_DISTANCES)).isEmpty();
    assertThat(directory("off").read(Table.SAMPLED_ATTENTION)).isEmpty();
    assertThat(directory("off").read(Table.HEAD_PATTERNS))
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row.normShare().value()).isNaN());
    assertThat(directory("off").read(Table.HEAD_PROFILE))
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row.mapX()).isNaN())
        .allSatisfy(row -> assertThat(row.noopIndex().value()).isNaN());
    assertThat(manifest("off").runId()).isNotEqualTo(manifest("on").runId());
  }

  @Test
  void anotherRunIsNotResumedAndTheDifferenceIsNamed() {
    Path input = Corpus.tsv(folder.resolve("in.tsv"), Corpus.lines(40));
    run(TWO_CORES, input, "run", WITH_ID);
    assertThatThrownBy(
            () ->
                run(
                    TWO_CORES,
                    input,
                    "run",
                    Map.of("input.id", "id", "output.existing", "resume", "grades.q-value", 0.05)))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("grades.q-value was 0.01, is 0.05");
    assertThat(manifest("run").status()).isEqualTo("succeeded");
  }

  @Test
  void aRunThatIsThereIsRefusedAndLeftAloneUnlessOverwritten() {
    Path input = Corpus.tsv(folder.resolve("in.tsv"), Corpus.lines(40));
    run(TWO_CORES, input, "run", WITH_ID);
    Map<String, String> before = tables("run");
    assertThatThrownBy(() -> run(TWO_CORES, input, "run", WITH_ID))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("exists")
        .hasMessageContaining("--overwrite");
    assertThat(tables("run")).isEqualTo(before);
    Path less = Corpus.tsv(folder.resolve("less.tsv"), Corpus.lines(35));
    Map<String, Object> overwrite = Map.of("input.id", "id", "output.existing", "overwrite");
    assertThat(run(TWO_CORES, less, "run", overwrite).counts().in()).isEqualTo(35);
  }

  @Test
  void aFolderThatIsNoRunIsNeverOverwritten() {
    Path input = Corpus.tsv(folder.resolve("in.tsv"), Corpus.lines(40));
    Path precious = Corpus.write(folder.resolve("home/thesis.tex"), "x");
    Map<String, Object> overwrite = Map.of("input.id", "id", "output.existing", "overwrite");
    assertThatThrownBy(() -> run(TWO_CORES, input, "home", overwrite))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("no run.json");
    assertThat(precious).exists();
  }

  @Test
  void equalPairsWithoutAnIdAreAllProfiledUnderTheirOwnIds() {
    Path input =
        Corpus.write(
            folder.resolve("in.tsv"),
            "sentence_a\tsentence_b\n" + "the cat sat .\tit was tired .\n".repeat(40));
    RunManifest run = run(TWO_CORES, input, "run", Map.of());
    assertThat(run.counts().profiled()).isEqualTo(40);
    assertThat(run.counts().rejected()).isZero();
    assertThat(directory("run").read(Table.EXEMPLARS))
        .isNotEmpty()
        .allSatisfy(
            exemplar -> {
              assertThat(exemplar.pair().pairId()).matches("[0-9a-f]{16}(#\\d+)?");
              assertThat(exemplar.pair().words())
                  .containsExactly("the", "cat", "sat", ".", "it", "was", "tired", ".");
              assertThat(exemplar.pair().wordOf())
                  .containsExactly(-1, 0, 1, 2, 3, -1, 4, 5, 6, 7, -1);
            });
  }

  @Test
  void singleSentencesHaveNoPatternsAcrossSentences() {
    Path input =
        Corpus.write(
            folder.resolve("in.tsv"), "sentence_a\n" + "the cat and the dog sat .\n".repeat(30));
    run(TWO_CORES, input, "run", Map.of());
    assertThat(directory("run").read(Table.HEAD_PATTERNS))
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row.pattern()).isNotIn("related_other", "other_sentence"));
  }

  @Test
  void longPairsAreCutToTheModelAndCounted() {
    Path input =
        Corpus.write(
            folder.resolve("in.tsv"),
            "sentence_a\tsentence_b\n" + "the cat sat on the mat . ".repeat(20) + "\tit slept .\n");
    RunManifest run = run(TWO_CORES, input, "run", Map.of());
    assertThat(run.counts().truncated()).isEqualTo(1);
    assertThat(run.counts().profiled()).isEqualTo(1);
  }

  @Test
  void aGroupColumnMakesTheGroupTheUnit() {
    List<String> rows =
        Corpus.lines(60).stream()
            .map(line -> "g" + Math.floorMod(line.hashCode(), 12) + "\t" + line)
            .toList();
    Path input =
        Corpus.write(
            folder.resolve("in.tsv"),
            "doc\tid\tsentence_a\tsentence_b\n" + String.join("\n", rows) + "\n");
    run(TWO_CORES, input, "run", Map.of("input.id", "id", "input.group", "doc"));
    assertThat(directory("run").read(Table.HEAD_PATTERNS))
        .filteredOn(row -> row.pattern().equals("next") && row.stratum().equals("all"))
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row.nClusters()).isEqualTo(12));
  }

  @Test
  void everyRowIsProfiledOrRejectedWithWhatFindsItAgain() {
    List<String> lines = Corpus.lines(40);
    lines.set(0, "id-0\tthe cat sat .");
    lines.set(1, "id-1\t\tit slept .");
    lines.set(2, "id-2\t \tit slept .");
    lines.set(3, "\tthe cat sat .\tit slept .");
    lines.set(4, "id-5\tthe cat sat .\tit slept .");
    lines.set(6, "id-6\tthe cat sat .\t\u0001\u0002");
    Path input = Corpus.tsv(folder.resolve("in.tsv"), lines);
    RunManifest run =
        run(TWO_CORES, input, "run", Map.of("input.id", "id", "input.max-reject-rate", 0.2));
    assertThat(run.counts().in()).isEqualTo(40);
    assertThat(run.counts().profiled()).isEqualTo(34);
    assertThat(run.counts().rejected()).isEqualTo(6);
    assertThat(directory("run").read(Table.REJECTS))
        .extracting(Reject::reason, Reject::pairId)
        .containsExactlyInAnyOrder(
            tuple("malformed_row", "id-0"),
            tuple("null_sentence", "id-1"),
            tuple("empty_sentence", "id-2"),
            tuple("null_id", null),
            tuple("duplicate_id", "id-5"),
            tuple("no_content", "id-6"));
    assertThat(directory("run").read(Table.REJECTS))
        .allSatisfy(
            reject -> {
              assertThat(reject.file()).endsWith("in.tsv");
              assertThat(reject.detail()).isNotBlank();
              assertThat(reject.excerpt()).isNotBlank();
            });
  }

  @Test
  void tooManyRejectsFailTheRunAfterItsTablesAreWritten() {
    List<String> lines = Corpus.lines(40);
    for (int i = 0; i < 10; i++) {
      lines.set(i, "id-" + i + "\tthe cat sat .\t ");
    }
    Path input = Corpus.tsv(folder.resolve("in.tsv"), lines);
    assertThatThrownBy(() -> run(TWO_CORES, input, "run", WITH_ID))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("10 of 40 rows were rejected");
    assertThat(manifest("run").status()).isEqualTo("failed");
    assertThat(manifest("run").counts().profiled()).isEqualTo(30);
    assertThat(directory("run").read(Table.REJECTS))
        .hasSize(10)
        .extracting(Reject::reason)
        .containsOnly("empty_sentence");
    Map<String, Object> lenient =
        Map.of("input.id", "id", "input.max-reject-rate", 0.5, "output.existing", "resume");
    assertThat(run(TWO_CORES, input, "run", lenient).status()).isEqualTo("succeeded");
  }

  private RunManifest manifest(String output) {
    return directory(output).manifest();
  }

  private RunDirectory directory(String output) {
    return RunDirectory.at(folder.resolve(output).toString(), new Configuration());
  }
}
