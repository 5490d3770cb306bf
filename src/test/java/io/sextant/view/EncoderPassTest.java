package io.sextant.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sextant.attention.ArticlePair;
import io.sextant.attention.EncoderKind;
import io.sextant.attention.Float64Bert;
import io.sextant.attention.GoldenModel;
import io.sextant.attention.RandomBert;
import io.sextant.bert.BertModel;
import io.sextant.bert.Position;
import io.sextant.bert.layout.ModelLayouts;
import io.sextant.testing.RealModel;
import io.sextant.text.EncodedPair;
import io.sextant.text.PairEncoder;
import io.sextant.text.SentencePair;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EncoderPassTest {

  @Test
  void itsAttentionIsThatOfTheEncoder() {
    BertModel model = RandomBert.of(3, 4, 8, 40, 11);
    EncodedPair pair = RandomBert.pair(37, 20, 5);
    double[][][][] expected = new Float64Bert(model).attention(pair);
    PairVectors vectors = EncoderPass.run(model, pair);
    assertThat(vectors.headSize()).isEqualTo(8);
    for (int layer = 0; layer < 3; layer++) {
      for (int head = 0; head < 4; head++) {
        double[] flat =
            Arrays.stream(expected[layer][head]).flatMapToDouble(Arrays::stream).toArray();
        assertThat(vectors.attention(layer, head)).containsExactly(flat, within(1e-5));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void itsAttentionIsThatOfEveryKindOfEncoder(EncoderKind kind) {
    BertModel model = RandomBert.of(kind, 4, 3, 16, 40, 3);
    EncodedPair pair = RandomBert.pair(37, 20, 5);
    double[][][][] expected = new Float64Bert(model).attention(pair);
    PairVectors vectors = EncoderPass.run(model, pair);
    for (int layer = 0; layer < 4; layer++) {
      assertThat(vectors.layers().get(layer).rotated())
          .isEqualTo(model.config().design().position() instanceof Position.Rotary);
      for (int head = 0; head < 3; head++) {
        double[] flat =
            Arrays.stream(expected[layer][head]).flatMapToDouble(Arrays::stream).toArray();
        assertThat(vectors.attention(layer, head)).containsExactly(flat, within(1e-5));
      }
    }
  }

  @Test
  void onTheArticlesPairItIsBerts() {
    EncodedPair pair = ArticlePair.encoded();
    PairVectors vectors = EncoderPass.run(RealModel.bert(), pair);
    int n = pair.size();
    for (int layer = 0; layer < ArticlePair.LAYERS; layer++) {
      float[] expected = ArticlePair.attention(layer);
      for (int head = 0; head < ArticlePair.HEADS; head++) {
        double[] map = vectors.attention(layer, head);
        for (int at = 0; at < n * n; at++) {
          assertThat(map[at]).isEqualTo(expected[head * n * n + at], within(1e-5));
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"DEBERTA_V2", "DEBERTA_V2_OWN"})
  void termsOfRelativePositionsAreThoseOfTransformers(GoldenModel golden) {
    BertModel model = ModelLayouts.open(golden.directory());
    int layers = model.config().layers();
    int heads = model.config().heads();
    for (GoldenModel.Input input : golden.inputs(layers, heads)) {
      PairVectors vectors;
      try (PairEncoder encoder = new PairEncoder(model, model.config().positions())) {
        vectors = EncoderPass.run(model, encoder.encode(input.pair()));
      }
      int square = vectors.size() * vectors.size();
      for (int head = 0; head < layers * heads; head++) {
        double[] map = vectors.attention(head / heads, head % heads);
        for (int at = 0; at < square; at++) {
          assertThat(map[at]).isEqualTo(input.maps()[head * square + at], within(1e-5));
        }
      }
    }
  }

  /** RoBERTa has no token types, and two delimiters between the sentences. */
  @Test
  void sentencesAndWordsAreToldWhateverTheTokenizer() {
    BertModel model = ModelLayouts.open(GoldenModel.ROBERTA.directory());
    EncodedPair pair;
    try (PairEncoder encoder = new PairEncoder(model, 40)) {
      pair = encoder.encode(new SentencePair("p", null, "The end.", "Naïve, it is."));
    }
    PairVectors vectors = EncoderPass.run(model, pair);
    assertThat(vectors.words()).containsExactly("The", "end", ".", "Naïve", ",", "it", "is", ".");
    for (int i = 0; i < pair.size(); i++) {
      boolean delimiter = vectors.tokens().get(i).startsWith("<");
      assertThat(vectors.wordOf()[i] < 0).isEqualTo(delimiter);
      int word = vectors.wordOf()[i];
      boolean second = delimiter ? i >= pair.secondStart() : word > 2;
      assertThat(vectors.segments()[i]).isEqualTo(second ? 1 : 0);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "albert",
        "bert",
        "camembert",
        "deberta-v2",
        "distilbert",
        "electra",
        "modernbert",
        "modernbert-mean",
        "roberta"
      })
  void theTaskHeadSaysWhatItSaysInTransformers(String checkpoint) throws IOException {
    Path directory = GoldenModel.task(checkpoint);
    BertModel model = ModelLayouts.open(directory);
    JsonNode golden = new ObjectMapper().readTree(directory.resolve("task.json").toFile());
    JsonNode input = golden.get("inputs").get(0);
    EncodedPair pair;
    try (PairEncoder encoder = new PairEncoder(model, model.config().positions())) {
      String a = input.get("a").asText();
      pair = encoder.encode(new SentencePair("p", null, a, input.get("b").asText()));
    }
    double[] logits = new double[input.get("logits").size()];
    Arrays.setAll(logits, label -> input.get("logits").get(label).asDouble());
    double[] expected = model.purpose().taskHead().scores(logits);
    Prediction prediction = EncoderPass.run(model, pair).prediction();
    assertThat(prediction.scores()).containsExactly(expected, within(1e-5));
    assertThat(prediction.modelClass()).endsWith("ForSequenceClassification");
    assertThat(prediction.labels()).hasSameSizeAs(expected);
  }

  @Test
  void aModelWithoutATaskHeadPredictsNothing() {
    BertModel model = RandomBert.of(1, 2, 4, 8, 3);
    assertThat(EncoderPass.run(model, RandomBert.pair(9, 4, 1)).prediction()).isNull();
  }

  @Test
  void rowsSumToOne() {
    PairVectors vectors = EncoderPass.run(RandomBert.of(1, 2, 4, 8, 3), RandomBert.pair(9, 4, 1));
    double[] map = vectors.attention(0, 1);
    for (int row = 0; row < 9; row++) {
      assertThat(Arrays.stream(map, row * 9, (row + 1) * 9).sum()).isEqualTo(1, within(1e-12));
    }
  }
}
