package io.sextant.attention;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sextant.bert.BertModel;
import io.sextant.bert.layout.ModelLayouts;
import io.sextant.text.EncodedPair;
import io.sextant.text.PairEncoder;
import io.sextant.text.Word;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Compares every architecture with Hugging Face transformers. */
class GoldenTest {
  private static final double FLOAT32 = 1e-5;

  @ParameterizedTest
  @EnumSource
  void bothBackendsGiveItsAttention(GoldenModel golden) {
    BertModel model = ModelLayouts.open(golden.directory());
    int heads = model.config().heads();
    List<GoldenModel.Input> inputs = golden.inputs(model.config().layers(), heads);
    List<EncodedPair> pairs = encode(model, inputs);
    for (String backend : List.of("onednn", "nd4j")) {
      RecordingSink maps = new RecordingSink();
      try (AttentionModel opened = Backend.of(backend).open(model, Precision.F32);
          AttentionRunner runner = opened.newRunner()) {
        runner.run(pairs, maps);
      }
      for (int i = 0; i < pairs.size(); i++) {
        float[] expected = inputs.get(i).maps();
        int size = heads * pairs.get(i).size() * pairs.get(i).size();
        for (int at = 0; at < expected.length; at++) {
          double weight = maps.of(i).get(at / size).weights()[at % size];
          if (!(Math.abs(weight - expected[at]) <= FLOAT32)) {
            throw new AssertionError(
                "%s, input %d, layer %d: weight %d is %g, expected %g"
                    .formatted(backend, i, at / size, at % size, weight, expected[at]));
          }
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void theInputIsItsInput(GoldenModel golden) {
    BertModel model = ModelLayouts.open(golden.directory());
    List<GoldenModel.Input> inputs = golden.inputs(model.config().layers(), model.config().heads());
    List<EncodedPair> pairs = encode(model, inputs);
    for (int i = 0; i < pairs.size(); i++) {
      EncodedPair pair = pairs.get(i);
      JsonNode expected = inputs.get(i).golden();
      assertThat(pair.tokens()).isEqualTo(texts(expected.get("tokens")));
      assertThat(pair.ids()).isEqualTo(ints(expected.get("ids")));
      if (expected.hasNonNull("token_types") && model.config().tokenTypes() > 1) {
        assertThat(pair.tokenTypes()).isEqualTo(ints(expected.get("token_types")));
      } else {
        assertThat(pair.tokenTypes()).containsOnly(0);
      }
      assertThat(IntStream.range(0, pair.size()).map(p -> pair.isDelimiter(p) ? 1 : 0).toArray())
          .isEqualTo(ints(expected.get("special")));
    }
  }

  @ParameterizedTest
  @EnumSource
  void wordsStandWhereTheirTokensDo(GoldenModel golden) {
    BertModel model = ModelLayouts.open(golden.directory());
    List<GoldenModel.Input> inputs = golden.inputs(model.config().layers(), model.config().heads());
    List<EncodedPair> pairs = encode(model, inputs);
    for (int i = 0; i < pairs.size(); i++) {
      EncodedPair pair = pairs.get(i);
      JsonNode expected = inputs.get(i).golden();
      for (Word word : pair.words()) {
        String sentence = word.segment() == 0 ? pair.pair().sentenceA() : pair.pair().sentenceB();
        assertThat(sentence.substring(word.begin(), word.end())).isEqualTo(word.text());
        int tokenizersWord = expected.get("words").get(word.firstToken()).asInt();
        for (int p = word.firstToken(); p < word.endToken(); p++) {
          assertThat(pair.segment(p)).isEqualTo(word.segment());
          assertThat(expected.get("words").get(p).asInt()).isEqualTo(tokenizersWord);
          int begin = sentence.offsetByCodePoints(0, expected.get("spans").get(p).get(0).asInt());
          int end = sentence.offsetByCodePoints(0, expected.get("spans").get(p).get(1).asInt());
          String token = sentence.substring(begin, end).strip();
          assertThat(word.text()).contains(token);
        }
      }
    }
  }

  private static List<EncodedPair> encode(BertModel model, List<GoldenModel.Input> inputs) {
    try (PairEncoder encoder = new PairEncoder(model, model.config().positions())) {
      return inputs.stream().map(input -> encoder.encode(input.pair())).toList();
    }
  }

  private static List<String> texts(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).toList();
  }

  private static int[] ints(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).mapToInt(JsonNode::asInt).toArray();
  }
}
