package io.sextant.bert.huggingface;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sextant.attention.GoldenModel;
import io.sextant.bert.BertModel;
import io.sextant.bert.Refusal;
import io.sextant.bert.TaskHead;
import io.sextant.bert.TaskHead.Pooling;
import io.sextant.bert.layout.ModelLayouts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The keys of config.json that only ModernBERT's task head has. */
class ModernBertHeadTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  @TempDir private Path directory;

  @Test
  void itsPoolingAndFunctionAreThoseOfTheConfiguration() throws IOException {
    ObjectNode config = copy("modernbert-mean");
    TaskHead mean = head(config);
    assertThat(mean.pooling()).isEqualTo(Pooling.MEAN);
    assertThat(mean.transform().function()).isEqualTo(TaskHead.Function.SILU);
    TaskHead first = head(config.put("classifier_pooling", "cls"));
    assertThat(first.pooling()).isEqualTo(Pooling.FIRST);
    config.remove(List.of("classifier_pooling", "classifier_activation"));
    TaskHead usual = head(config);
    assertThat(usual.pooling()).isEqualTo(Pooling.FIRST);
    assertThat(usual.transform().function()).isEqualTo(TaskHead.Function.GELU);
    assertThat(List.of(mean.fingerprint(), first.fingerprint(), usual.fingerprint()))
        .doesNotHaveDuplicates();
    config.put("classifier_pooling", "max");
    Refusal.assertRefused(
        () -> head(config), "classifier_pooling is \"max\", expected cls or mean");
  }

  @Test
  void itsBiasesAreThoseOfTheConfiguration() throws IOException {
    ObjectNode config = copy("modernbert");
    assertThat(head(config).transform().dense().bias().toArray()).containsOnly(0);
    assertThat(head(config).transform().norm().beta().toArray()).containsOnly(0);
    config.put("classifier_bias", true);
    Refusal.assertRefused(() -> head(config), "tensor head.dense.bias is missing");
  }

  @Test
  void aClassifiersTransformIsNoMaskedLmHead() throws IOException {
    assertThat(open(copy("modernbert")).maskedLm()).isNull();
  }

  /** Copies a golden checkpoint, and returns its configuration. */
  private ObjectNode copy(String name) throws IOException {
    try (Stream<Path> files = Files.list(GoldenModel.task(name))) {
      for (Path file : files.toList()) {
        Path to = directory.resolve(file.getFileName().toString());
        Files.copy(file, to, StandardCopyOption.REPLACE_EXISTING);
      }
    }
    return (ObjectNode) MAPPER.readTree(directory.resolve("config.json").toFile());
  }

  private TaskHead head(ObjectNode config) throws IOException {
    return open(config).purpose().taskHead();
  }

  private BertModel open(ObjectNode config) throws IOException {
    MAPPER.writeValue(directory.resolve("config.json").toFile(), config);
    return ModelLayouts.open(directory);
  }
}
