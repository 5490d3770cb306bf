package io.sextant.attention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sextant.bert.BertModel;
import io.sextant.bert.layout.ModelLayouts;
import io.sextant.math.Softmax;
import io.sextant.text.EncodedPair;
import io.sextant.text.PairEncoder;
import io.sextant.text.SentencePair;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares the masked-LM head of every architecture with Hugging Face transformers. */
class MaskedLmGoldenTest {
  private static final double FLOAT32 = 1e-5;

  @ParameterizedTest
  @MethodSource("io.sextant.attention.GoldenModel#maskedLms")
  void logProbabilitiesAreItsOwn(String checkpoint) throws IOException {
    Path directory = GoldenModel.maskedLm(checkpoint);
    BertModel model = ModelLayouts.open(directory);
    MaskedLm head = new MaskedLm(model);
    List<JsonNode> inputs = inputs(directory);
    List<EncodedPair> masked = new ArrayList<>();
    try (PairEncoder encoder = new PairEncoder(model, model.config().positions())) {
      for (JsonNode input : inputs) {
        assertThat(model.maskedLm().mask()).isEqualTo(input.get("mask").asInt());
        String a = input.get("a").asText();
        EncodedPair pair =
            encoder.encode(new SentencePair("golden", null, a, input.get("b").textValue()));
        masked.add(pair.with(model.maskedLm().mask(), ints(input.get("positions"))));
        assertThat(masked.get(masked.size() - 1).ids()).isEqualTo(ints(input.get("ids")));
      }
    }
    for (String backend : List.of("onednn", "nd4j")) {
      try (AttentionModel opened = Backend.of(backend).open(model, Precision.F32);
          HiddenStatesRunner runner = opened.newHiddenStatesRunner();
          MaskedLmRunner scores = opened.newMaskedLmRunner()) {
        runner.run(
            masked,
            (i, states) -> {
              check(head, states, inputs.get(i), model.config().hidden());
              checkScores(scores, states, inputs.get(i));
            });
      }
    }
  }

  private static void check(MaskedLm head, float[] states, JsonNode input, int hidden) {
    int[] positions = ints(input.get("positions"));
    for (int i = 0; i < positions.length; i++) {
      int[] tokens = ints(input.get("tokens").get(i));
      float[] repeated = new float[tokens.length * hidden];
      for (int copy = 0; copy < tokens.length; copy++) {
        System.arraycopy(states, positions[i] * hidden, repeated, copy * hidden, hidden);
      }
      double[] logs = head.logProbabilities(repeated, tokens);
      for (int token = 0; token < tokens.length; token++) {
        assertThat(logs[token])
            .as("%s, position %d, token %d", input.get("a"), positions[i], tokens[token])
            .isCloseTo(input.get("logs").get(i).get(token).asDouble(), within(FLOAT32));
      }
    }
  }

  private static void checkScores(MaskedLmRunner head, float[] states, JsonNode input) {
    int[] positions = ints(input.get("positions"));
    for (int i = 0; i < positions.length; i++) {
      Softmax found = new Softmax(head.scores(states, positions[i], positions[i] + 1)[0]);
      int[] tokens = ints(input.get("tokens").get(i));
      for (int token = 0; token < tokens.length; token++) {
        assertThat(found.log(tokens[token]))
            .isCloseTo(input.get("logs").get(i).get(token).asDouble(), within(FLOAT32));
      }
    }
  }

  private static List<JsonNode> inputs(Path directory) throws IOException {
    JsonNode all = new ObjectMapper().readTree(directory.resolve("masked_lm.json").toFile());
    return StreamSupport.stream(all.spliterator(), false).toList();
  }

  private static int[] ints(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).mapToInt(JsonNode::asInt).toArray();
  }
}
