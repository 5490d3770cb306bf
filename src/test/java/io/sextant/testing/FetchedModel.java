package io.sextant.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sextant.attention.AttentionMap;
import io.sextant.attention.AttentionModel;
import io.sextant.attention.AttentionRunner;
import io.sextant.attention.Backend;
import io.sextant.attention.Precision;
import io.sextant.attention.RecordingSink;
import io.sextant.bert.BertModel;
import io.sextant.bert.layout.ModelLayouts;
import io.sextant.text.EncodedPair;
import io.sextant.text.PairEncoder;
import io.sextant.text.SentencePair;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** A published model that {@code jobs/fetch-model.sh} downloads, once below target/. */
public final class FetchedModel {
  private FetchedModel() {}

  /** Returns the directory of a model. */
  public static Path at(String name) throws IOException, InterruptedException {
    ProcessBuilder fetch = new ProcessBuilder("jobs/fetch-model.sh", name);
    fetch.environment().put("SEXTANT_HOME", Path.of("target").toAbsolutePath().toString());
    Process process = fetch.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as("jobs/fetch-model.sh").isZero();
    return Path.of(out.strip());
  }

  /** Returns the article's pair as a model reads it. */
  public static EncodedPair articlePair(BertModel model) {
    try (PairEncoder encoder = new PairEncoder(model, 512)) {
      return encoder.encode(
          new SentencePair(
              "article",
              null,
              "I went to the store.",
              "At the store, I bought fresh strawberries."));
    }
  }

  /**
   * Compares the attention of the article's pair on a backend with that of transformers.
   *
   * @param toLastToken the mean attention of all tokens to the last one, [layer][head]
   */
  public static void assertAttention(Path path, String backend, double[][] toLastToken) {
    BertModel model = ModelLayouts.open(path);
    RecordingSink maps = new RecordingSink();
    try (AttentionModel opened = Backend.of(backend).open(model, Precision.F32);
        AttentionRunner runner = opened.newRunner()) {
      runner.run(List.of(articlePair(model)), maps);
    }
    for (int layer = 0; layer < toLastToken.length; layer++) {
      AttentionMap map = maps.of(0).get(layer);
      for (int head = 0; head < toLastToken[layer].length; head++) {
        double sum = 0;
        for (int query = 0; query < map.size(); query++) {
          sum += map.weight(head, query, map.size() - 1);
        }
        assertThat(sum / map.size())
            .as("layer %d head %d", layer, head)
            .isCloseTo(toLastToken[layer][head], within(1e-5));
      }
    }
  }
}
