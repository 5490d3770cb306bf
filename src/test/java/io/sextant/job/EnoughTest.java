package io.sextant.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.fault.BadInputException;
import io.sextant.fault.PartialRunException;
import io.sextant.table.RunDirectory;
import io.sextant.table.RunManifest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;

/** Tests runs that stop early at a half-width. */
class EnoughTest extends SparkTest {
  private static final Map<String, Object> WIDE =
      Map.of(
          "input.id",
          "id",
          "patterns",
          List.of("next", "delimiter"),
          "until-half-width",
          0.05,
          "until-patterns",
          List.of("next"),
          "grades.min-pairs",
          40);

  @Test
  void aRunThatKnowsEnoughStopsAndIsTheRunOfThoseChunks() {
    Path input = Corpus.tsv(folder.resolve("in.tsv"), Corpus.lines(320));
    RunManifest run = run(TWO_CORES, input, "enough", WIDE);
    assertThat(run.status()).isEqualTo("succeeded");
    assertThat(run.counts().chunks()).isEqualTo(10);
    int done = run.counts().chunksDone();
    // 40 pairs are needed, and a chunk has 32 on average.
    assertThat(done).isBetween(2, 4);
    assertThat(run.halfWidth()).isPositive().isLessThanOrEqualTo(0.05);
    assertThat(run.message()).contains(done + " of 10 chunks").contains("not read");
    assertThat(run.counts().in()).isEqualTo(320);
    assertThat(run.counts().profiled() + run.counts().rejected() + run.counts().notRead())
        .isEqualTo(320);
    assertThat(run.counts().notRead()).isPositive();

    Map<String, Object> firstChunks = new HashMap<>(WIDE);
    firstChunks.put("until-half-width", 0);
    firstChunks.put("max-chunks", done);
    assertThatThrownBy(() -> run(TWO_CORES, input, "chunks", firstChunks))
        .isInstanceOf(PartialRunException.class);
    assertThat(tables("enough")).isEqualTo(tables("chunks"));

    assertThat(resume("enough", input, WIDE).counts()).isEqualTo(run.counts());
    Map<String, Object> narrower = new HashMap<>(WIDE);
    narrower.put("until-half-width", 0.000001);
    assertThatThrownBy(() -> resume("enough", input, narrower))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("--keep-chunks");
  }

  @Test
  void aRunThatWasCutOffGoesOnToTheSameEnd() throws Exception {
    Path input = Corpus.tsv(folder.resolve("in.tsv"), Corpus.lines(320));
    Map<String, Object> keep = new HashMap<>(WIDE);
    keep.put("output.keep-chunks", true);
    RunManifest whole = run(TWO_CORES, input, "whole", keep);
    Map<String, Object> one = new HashMap<>(keep);
    one.put("max-chunks", 1);
    assertThatThrownBy(() -> run(TWO_CORES, input, "cut", one))
        .isInstanceOf(PartialRunException.class);
    assertThat(directory("cut").manifest().status()).isEqualTo("partial");
    RunManifest resumed = resume("cut", input, keep);
    assertThat(resumed.counts()).isEqualTo(whole.counts());
    assertThat(tables("cut")).isEqualTo(tables("whole"));

    // A run that has kept its chunks can be resumed until all chunks have run.
    Map<String, Object> all = new HashMap<>(keep);
    all.put("until-half-width", 0.000001);
    RunManifest end = resume("cut", input, all);
    assertThat(end.counts().chunksDone()).isEqualTo(10);
    assertThat(end.counts().notRead()).isZero();
    assertThat(end.message()).contains("all chunks have run");
    assertThat(end.halfWidth()).isGreaterThan(0.000001);
    assertThat(Files.exists(folder.resolve("cut/_chunks"))).isTrue();
  }

  @Test
  void aPatternThatCannotBeNarrowedIsRefused() {
    Path input = Corpus.tsv(folder.resolve("in.tsv"), Corpus.lines(5));
    assertThatThrownBy(
            () -> run(TWO_CORES, input, "x", Map.of("until-patterns", List.of("own_sentence"))))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("own_sentence carries no label");
    assertThatThrownBy(
            () ->
                run(
                    TWO_CORES,
                    input,
                    "x",
                    Map.of("patterns", List.of("next"), "until-patterns", List.of("self"))))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("self is not measured");
  }

  private RunManifest resume(String output, Path input, Map<String, Object> flags) {
    Map<String, Object> resuming = new HashMap<>(flags);
    resuming.put("output.existing", "resume");
    return run(TWO_CORES, input, output, resuming);
  }

  private RunDirectory directory(String output) {
    return RunDirectory.at(folder.resolve(output).toString(), new Configuration());
  }
}
