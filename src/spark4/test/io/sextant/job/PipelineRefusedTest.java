package io.sextant.job;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.fault.BadInputException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The build for Spark 4 has no Spark NLP, and says so. */
class PipelineRefusedTest extends SparkTest {
  @Test
  void aSavedPipelineIsRefusedByName() throws IOException {
    Path input =
        Corpus.write(
            folder.resolve("pairs.tsv"), "sentence_a\tsentence_b\nthe cat sat .\tit was tired .\n");
    assertThatThrownBy(
            () -> run(TWO_CORES, input, "run", Map.of("input.pipeline", "/models/explain")))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("--pipeline /models/explain")
        .hasMessageContaining("Sextant for Spark 4 has no Spark NLP");
  }
}
