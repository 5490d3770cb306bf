package io.sextant.attention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sextant.bert.BertModel;
import io.sextant.bert.TaskHead.Pooling;
import io.sextant.bert.layout.ModelLayouts;
import io.sextant.text.EncodedPair;
import io.sextant.text.PairEncoder;
import io.sextant.text.SentencePair;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Compares the task head of every architecture with Hugging Face transformers. */
class TaskGoldenTest {
  private static final double FLOAT32 = 1e-5;

  @ParameterizedTest
  @CsvSource({
    "albert, SINGLE_LABEL",
    "bert, REGRESSION",
    "camembert, SINGLE_LABEL",
    "deberta-v2, SINGLE_LABEL",
    "distilbert, SINGLE_LABEL",
    "electra, SINGLE_LABEL",
    "gte, REGRESSION",
    "modernbert, SINGLE_LABEL",
    "modernbert-mean, REGRESSION",
    "mpnet, SINGLE_LABEL",
    "nomic-bert, SINGLE_LABEL",
    "roberta, SINGLE_LABEL",
    "xlm-roberta, MULTI_LABEL"
  })
  void logitsAreItsOwn(String checkpoint, String problem) throws IOException {
    Path directory = GoldenModel.task(checkpoint);
    BertModel model = ModelLayouts.open(directory);
    JsonNode golden = new ObjectMapper().readTree(directory.resolve("task.json").toFile());
    assertThat(model.purpose().taskHead().labels()).isEqualTo(texts(golden.get("labels")));
    assertThat(model.purpose().taskHead().problem()).hasToString(problem);
    TaskScores scores = new TaskScores(model.purpose().taskHead());
    Pooling pooling = model.purpose().taskHead().pooling();
    List<EncodedPair> pairs = pairs(model, golden.get("inputs"));
    for (String backend : List.of("onednn", "nd4j")) {
      RecordingSink states = new RecordingSink();
      try (AttentionModel opened = Backend.of(backend).open(model, Precision.F32);
          AttentionRunner runner = opened.newRunner(AttentionOutputs.WEIGHTS.withPooled(pooling))) {
        runner.run(pairs, states);
      }
      for (int i = 0; i < pairs.size(); i++) {
        double[] expected = numbers(golden.get("inputs").get(i).get("logits"));
        assertThat(scores.logits(states.pooled(i)))
            .as("%s, input %d", backend, i)
            .containsExactly(expected, within(FLOAT32));
      }
    }
  }

  private static List<EncodedPair> pairs(BertModel model, JsonNode inputs) {
    List<EncodedPair> pairs = new ArrayList<>();
    try (PairEncoder encoder = new PairEncoder(model, model.config().positions())) {
      for (JsonNode input : inputs) {
        SentencePair pair =
            new SentencePair("golden", null, input.get("a").asText(), input.get("b").textValue());
        pairs.add(encoder.encode(pair));
        assertThat(pairs.get(pairs.size() - 1).ids())
            .containsExactly(
                StreamSupport.stream(input.get("ids").spliterator(), false)
                    .mapToInt(JsonNode::asInt)
                    .toArray());
      }
    }
    return pairs;
  }

  private static List<String> texts(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).toList();
  }

  private static double[] numbers(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false)
        .mapToDouble(JsonNode::asDouble)
        .toArray();
  }
}
