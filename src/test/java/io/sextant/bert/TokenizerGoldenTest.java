package io.sextant.bert;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sextant.bert.layout.ModelLayouts;
import io.sextant.text.EncodedPair;
import io.sextant.text.PairEncoder;
import io.sextant.text.SentencePair;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Compares the tokenizer that is read from a folder with transformers' AutoTokenizer, whose results
 * src/test/python/make_tokenizer_golden.py computes.
 */
class TokenizerGoldenTest {
  @TempDir private Path directory;

  static Stream<Named<JsonNode>> cases() throws IOException {
    try (InputStream in = TokenizerGoldenTest.class.getResourceAsStream("tokenizers.json")) {
      JsonNode all = new ObjectMapper().readTree(in);
      return StreamSupport.stream(all.spliterator(), false)
          .map(one -> Named.of(one.path("name").asText(), one));
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theFilesMakeTheTokenizerThatTransformersMakes(JsonNode golden) {
    BertModel model = ModelLayouts.open(write(golden));
    try (PairEncoder encoder = new PairEncoder(model, 64)) {
      for (JsonNode input : golden.path("inputs")) {
        EncodedPair pair =
            encoder.encode(
                new SentencePair("1", null, input.path("a").asText(), input.path("b").textValue()));
        assertThat(pair.ids()).as("%s", input).isEqualTo(ids(input));
      }
    }
  }

  /** Writes the files of a case and weights that fit them. */
  private Path write(JsonNode golden) {
    int rows = golden.path("rows").intValue();
    StringBuilder tokens = new StringBuilder();
    for (int row = 0; row < rows; row++) {
      tokens.append("row").append(row).append('\n');
    }
    TinyHuggingFace tiny = new TinyHuggingFace(new TinyBert("bert/", tokens.toString(), 70));
    String type = golden.path("files").path("config.json").path("model_type").asText();
    Map<String, byte[]> files = new TreeMap<>(tiny.files(type));
    files.remove("vocab.txt");
    files.remove("tokenizer_config.json");
    golden
        .path("files")
        .fields()
        .forEachRemaining(file -> files.put(file.getKey(), content(tiny, file)));
    return TinyBert.write(files, directory);
  }

  private static byte[] content(TinyHuggingFace tiny, Map.Entry<String, JsonNode> file) {
    if (file.getKey().equals("config.json")) {
      file.getValue()
          .fields()
          .forEachRemaining(key -> tiny.config.set(key.getKey(), key.getValue()));
      return TinyBert.utf8(tiny.config.toString());
    }
    return TinyBert.utf8(
        file.getValue().isTextual() ? file.getValue().asText() : file.getValue().toString());
  }

  private static int[] ids(JsonNode input) {
    return StreamSupport.stream(input.path("ids").spliterator(), false)
        .mapToInt(JsonNode::intValue)
        .toArray();
  }
}
