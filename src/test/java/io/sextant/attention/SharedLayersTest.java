package io.sextant.attention;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.bert.BertModel;
import io.sextant.bert.BertWeights;
import io.sextant.bert.EncoderLayer;
import io.sextant.bert.layout.ModelLayouts;
import io.sextant.text.EncodedPair;
import io.sextant.text.PairEncoder;
import io.sextant.text.SentencePair;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SharedLayersTest {

  @Test
  void sharedWeightsAreConvertedOnceAndOthersEach() {
    assertThat(conversions(GoldenModel.ALBERT)).isEqualTo(1);
    assertThat(conversions(GoldenModel.BERT)).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"onednn", "nd4j"})
  void mapsNormsAndStatesAreToTheBitThoseOfLayersWithCopies(String backend) {
    BertModel shared = ModelLayouts.open(GoldenModel.ALBERT.directory());
    List<float[]> expected = outputs(backend, withCopies(shared));
    List<float[]> found = outputs(backend, shared);
    assertThat(found).hasSameSizeAs(expected).hasSize(2 * 3 + 1);
    for (int i = 0; i < found.size(); i++) {
      assertThat(found.get(i)).containsExactly(expected.get(i));
    }
  }

  /** Returns the model with an object of its own for each layer. */
  private static BertModel withCopies(BertModel model) {
    BertWeights weights = model.weights();
    List<EncoderLayer> copies = weights.layers().stream().map(SharedLayersTest::copy).toList();
    return new BertModel(
        model.name(),
        model.config(),
        model.vocabulary(),
        new BertWeights(
            weights.wordEmbeddings(),
            weights.positionEmbeddings(),
            weights.tokenTypeEmbeddings(),
            weights.embeddingNorm(),
            weights.embeddingProjection(),
            null,
            copies,
            null),
        "");
  }

  private static EncoderLayer copy(EncoderLayer layer) {
    return new EncoderLayer(
        layer.query(),
        layer.key(),
        layer.value(),
        layer.attentionOutput(),
        layer.attentionNorm(),
        layer.feedForward(),
        layer.feedForwardNorm());
  }

  /** Returns the weights and the norms of each layer, then the last hidden states. */
  private static List<float[]> outputs(String backend, BertModel model) {
    List<EncodedPair> batch;
    try (PairEncoder encoder = new PairEncoder(model, 40)) {
      batch = List.of(encoder.encode(new SentencePair("1", null, "the cat sat", "it slept")));
    }
    List<float[]> outputs = new ArrayList<>();
    int states = batch.get(0).size() * model.config().hidden();
    RecordingSink maps = new RecordingSink();
    try (AttentionModel opened = Backend.of(backend).open(model, Precision.F32)) {
      try (AttentionRunner runner = opened.newRunner(AttentionOutputs.NORMS)) {
        runner.run(batch, maps);
      }
      for (AttentionMap map : maps.of(0)) {
        outputs.add(map.weights());
        outputs.add(map.norms());
      }
      try (HiddenStatesRunner runner = opened.newHiddenStatesRunner()) {
        runner.run(batch, (pair, last) -> outputs.add(Arrays.copyOf(last, states)));
      }
    }
    return outputs;
  }

  private static int conversions(GoldenModel golden) {
    List<EncoderLayer> layers = ModelLayouts.open(golden.directory()).weights().layers();
    List<EncoderLayer> converted = new ArrayList<>();
    List<EncoderLayer> result =
        SharedLayers.of(
            layers,
            layer -> {
              converted.add(layer);
              return layer;
            });
    assertThat(result).isEqualTo(layers);
    return converted.size();
  }
}
