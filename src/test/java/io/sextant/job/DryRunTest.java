package io.sextant.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.fault.BadInputException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void aCorpusThatCannotBeProfiledIsSaid() {
    Path input = Corpus.tsv(folder.resolve("in.tsv"), List.of("1\t\t", "2\t\t"));
    assertThatThrownBy(() -> estimate(input))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("none of the 2 rows");
  }

  private Estimate estimate(Path input) {
    try (SparkSession spark = session(TWO_CORES)) {
      return job(spark, input, "out", Map.of("input.id", "id")).estimate();
    }
  }
}
