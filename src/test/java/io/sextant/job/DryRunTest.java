package io.sextant.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.fault.BadInputException;
import io.sextant.job.chunk.ChunkPlan;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
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
    SparkSession spark = session(TWO_CORES);
    try {
      return job(spark, input, "out", Map.of("input.id", "id")).estimate(0);
    } finally {
      spark.stop();
    }
  }
}
