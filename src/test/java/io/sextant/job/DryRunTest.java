package io.sextant.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.attention.GoldenModel;
import io.sextant.fault.BadInputException;
import io.sextant.job.chunk.ChunkPlan;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

/** Tests the estimate of what a run would take. */
class DryRunTest extends SparkTest {

  @Test
  void theInputIsReadAndSomeOfItMeasuredAndNothingWritten() {
    Path input = Corpus.tsv(folder.resolve("in.tsv"), Corpus.lines(100));
    Estimate estimate = estimate(input);
    assertThat(estimate.pairs()).isEqualTo(100);
    assertThat(estimate.sample().pairs()).isEqualTo(100);
    assertThat(estimate.timed()).isEqualTo(64);
    assertThat(estimate.sample().longest()).isBetween((int) estimate.sample().meanTokens(), 64);
    assertThat(estimate.pairsPerSecond()).isPositive().isFinite();
    assertThat(estimate.overhead().parts(ChunkPlan.forRows(100), 2))
        .containsOnlyKeys(
            "start",
            "input",
            "staging",
            "words",
            "opening",
            "calibration",
            "warm-up",
            "compiling",
            "merging",
            "tables")
        .allSatisfy((part, seconds) -> assertThat(seconds).isGreaterThanOrEqualTo(0));
    assertThat(folder.resolve("out")).doesNotExist();
    assertThat(rehearsals()).isEmpty();
  }

  @Test
  void effectsAreTriedAndTheirMemoryIsCounted() {
    Path input = Corpus.tsv(folder.resolve("in.tsv"), Corpus.lines(100));
    Map<String, Object> masked =
        Map.of("model", GoldenModel.maskedLm("bert").toString(), "effects.pairs", 7);
    Estimate effects = estimate(input, masked);
    assertThat(effects.besides().get("effects")).isPositive().isFinite();
    assertThat(effects.overhead().effects().tasks().count()).isEqualTo(4);
    assertThat(effects.size().others())
        .extracting(ExecutorSize.Part::what)
        .containsExactly(
            "whole last layer, once a JVM",
            "packed masked-LM head, once a JVM",
            "masked-LM scores of a task");
    assertThat(effects.size().others().get(1).bytes()).isEqualTo(4 * (223 + 16) * 16);
    assertThat(rehearsals()).isEmpty();

    Map<String, Object> task =
        Map.of("model", GoldenModel.task("bert").toString(), "effects.pairs", 7);
    assertThat(estimate(input, task).size().others())
        .extracting(ExecutorSize.Part::what)
        .containsExactly("whole last layer, once a JVM");
  }

  @Test
  void anInputWithoutAWordToMaskIsSaidBeforeItIsRun() {
    Path input = Corpus.tsv(folder.resolve("in.tsv"), List.of("1\tthe of\tand .", "2\t, the\ton"));
    Map<String, Object> masked =
        Map.of("model", GoldenModel.maskedLm("bert").toString(), "effects.pairs", 7);
    assertThatThrownBy(() -> estimate(input, masked))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("effects can be measured on no pair");
  }

  @Test
  void aCorpusThatCannotBeProfiledIsSaid() {
    Path input = Corpus.tsv(folder.resolve("in.tsv"), List.of("1\t\t", "2\t\t"));
    assertThatThrownBy(() -> estimate(input))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("none of the 2 rows");
  }

  @Test
  void memoryIsForTheLongestPairThoughTheSampleMissesIt() {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      lines.add("id-" + i + "\tthe cat\tthe dog");
    }
    lines.add("long\t" + "a ".repeat(10) + "\t" + "the ".repeat(10));
    Estimate estimate = estimate(Corpus.tsv(folder.resolve("in.tsv"), lines));
    assertThat(estimate.sample().pairs()).isEqualTo(512);
    assertThat(estimate.sample().meanTokens()).isEqualTo(7);
    assertThat(estimate.sample().longest()).isEqualTo(23);
  }

  private static List<String> rehearsals() {
    String[] files = new File(System.getProperty("java.io.tmpdir")).list();
    return Stream.of(files).filter(name -> name.startsWith("sextant-dry-run-")).toList();
  }

  private Estimate estimate(Path input) {
    return estimate(input, Map.of());
  }

  private Estimate estimate(Path input, Map<String, Object> more) {
    Map<String, Object> given = new HashMap<>(more);
    given.put("input.id", "id");
    SparkSession spark = session(TWO_CORES);
    try {
      return job(spark, input, "out", given).estimate(0);
    } finally {
      spark.stop();
    }
  }
}
