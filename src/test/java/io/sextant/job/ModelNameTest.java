package io.sextant.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.bert.TinyCheckpoint;
import io.sextant.fault.BadInputException;
import io.sextant.table.RunManifest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

/** Tests what a run records about its model and about unknown tokens. */
class ModelNameTest extends SparkTest {
  private static final String HEADER = "sentence_a\tsentence_b\n";
  private static final String KNOWN = "the cat sat .\tit was tired .\n";

  @Test
  void aRunNamesItsModelAndCountsUnknownTokens() throws IOException {
    Path known = Corpus.write(folder.resolve("known.tsv"), HEADER + KNOWN.repeat(20));
    Path unknown =
        Corpus.write(
            folder.resolve("unknown.tsv"),
            HEADER + KNOWN.repeat(10) + "the кошка sat .\tit was 猫 猫 .\n".repeat(10));
    try (SparkSession spark = session(TWO_CORES)) {
      RunManifest plain = run(spark, known, "plain", Map.of());
      assertThat(plain.model().name()).isEqualTo("tiny");
      assertThat(plain.tokens().unknown()).isZero();
      assertThat(plain.tokens().all()).isPositive();
      assertThat(said.toString(StandardCharsets.UTF_8)).doesNotContain("unknown");

      RunManifest named = run(spark, known, "named", Map.of("model-name", "org/my model"));
      assertThat(named.model().name()).isEqualTo("org/my model");
      assertThat(named.runId()).isEqualTo(plain.runId());

      RunManifest foreign = run(spark, unknown, "foreign", Map.of());
      // There are 20 pairs of 8 known tokens. Half of them have one more known and three unknown.
      assertThat(foreign.tokens()).isEqualTo(RunManifest.Tokens.of(170, 30));
      assertThat(said.toString(StandardCharsets.UTF_8))
          .contains("17.6 % of the tokens are unknown to the model ([UNK])");
    }
  }

  @Test
  void weightsThatOverflowAreRefusedBeforeTheChunks() {
    Path input = Corpus.write(folder.resolve("in.tsv"), HEADER + KNOWN.repeat(20));
    Path huge = TinyCheckpoint.writeHuge(folder.resolve("huge"));
    assertThatThrownBy(() -> run(TWO_CORES, input, "run", Map.of("model", huge.toString())))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("attention is not a finite number in")
        .hasMessageContaining("its weights are damaged, or too large for its arithmetic");
    assertThat(Files.exists(folder.resolve("run/_chunks/chunk-000000"))).isFalse();
  }
}
