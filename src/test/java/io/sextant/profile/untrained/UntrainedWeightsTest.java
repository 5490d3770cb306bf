package io.sextant.profile.untrained;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sextant.attention.AttentionModel;
import io.sextant.attention.AttentionRunner;
import io.sextant.attention.Backend;
import io.sextant.attention.GoldenModel;
import io.sextant.attention.Precision;
import io.sextant.bert.BertModel;
import io.sextant.bert.EncoderLayer;
import io.sextant.bert.Tensor;
import io.sextant.bert.layout.ModelLayouts;
import io.sextant.text.EncodedPair;
import io.sextant.text.PairEncoder;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UntrainedWeightsTest {

  @Test
  void kernelsAreNormalNormsAreOneAndBiasesNone() {
    BertModel trained = ModelLayouts.open(GoldenModel.BERT.directory());
    double range = trained.config().initializerRange();
    assertThat(range).as("of config.json").isEqualTo(.4);
    BertModel drawn = UntrainedWeights.like(trained, 7);
    SummaryStatistics values = new SummaryStatistics();
    SummaryStatistics fourth = new SummaryStatistics();
    for (float value : drawn.weights().wordEmbeddings().toArray()) {
      values.addValue(value);
      fourth.addValue(Math.pow(value / range, 4));
    }
    double error = range / Math.sqrt(values.getN());
    assertThat(values.getMean()).isEqualTo(0, within(4 * error));
    assertThat(values.getStandardDeviation()).isEqualTo(range, within(4 * error));
    assertThat(fourth.getMean()).as("of a normal distribution").isEqualTo(3, within(.5));
    EncoderLayer layer = drawn.weights().layers().get(0);
    assertThat(layer.query().kernel().shape())
        .isEqualTo(trained.weights().layers().get(0).query().kernel().shape());
    assertThat(layer.query().kernel().toArray()).isNotEqualTo(layer.key().kernel().toArray());
    assertThat(layer.query().bias().toArray()).containsOnly(0);
    assertThat(layer.attentionNorm().gamma().toArray()).containsOnly(1);
    assertThat(layer.attentionNorm().beta().toArray()).containsOnly(0);
  }

  @Test
  void aSeedGivesTheSameBitsHoweverTheyAreRead() {
    BertModel trained = ModelLayouts.open(GoldenModel.BERT.directory());
    Tensor table = UntrainedWeights.like(trained, 7).weights().wordEmbeddings();
    float[] whole = table.toArray();
    float[] parts = new float[whole.length];
    for (int from = 0; from < parts.length; from += 7) {
      table.read(from, parts, from, Math.min(7, parts.length - from));
    }
    assertThat(parts).isEqualTo(whole);
    assertThat(UntrainedWeights.like(trained, 7).weights().wordEmbeddings().toArray())
        .isEqualTo(whole);
    assertThat(UntrainedWeights.like(trained, 8).weights().wordEmbeddings().toArray())
        .isNotEqualTo(whole);
    // The first draws of java.util.Random(long) are a part of Java's specification.
    assertThat(whole[0]).isEqualTo(.47006878f);
  }

  @Test
  void whatLayersShareStaysShared() {
    BertModel albert = ModelLayouts.open(GoldenModel.ALBERT.directory());
    List<EncoderLayer> layers = UntrainedWeights.like(albert, 1).weights().layers();
    assertThat(layers).allSatisfy(layer -> assertThat(layer).isSameAs(layers.get(0)));
    BertModel deberta = ModelLayouts.open(GoldenModel.DEBERTA_V2.directory());
    EncoderLayer trained = deberta.weights().layers().get(0);
    EncoderLayer drawn = UntrainedWeights.like(deberta, 1).weights().layers().get(0);
    assertThat(drawn.positions().key() == drawn.key())
        .isEqualTo(trained.positions().key() == trained.key());
    BertModel mpnet = ModelLayouts.open(GoldenModel.MPNET.directory());
    assertThat(UntrainedWeights.like(mpnet, 1).weights().tokenTypeEmbeddings().toArray())
        .as("MPNet has no token types")
        .containsOnly(0);
  }

  /** Attention is finite, and that of a small initializer range is almost uniform. */
  @ParameterizedTest
  @EnumSource
  void everyTypeOfEncoderIsDrawn(GoldenModel of) {
    BertModel trained = ModelLayouts.open(of.directory());
    BertModel fresh =
        new BertModel(
            trained.name(),
            trained.config().withInitializerRange(.02),
            trained.vocabulary(),
            trained.weights(),
            trained.fingerprint());
    PairEncoder encoder = new PairEncoder(trained, trained.config().positions());
    GoldenModel.Input input = of.inputs(trained.config().layers(), trained.config().heads()).get(0);
    EncodedPair pair = encoder.encode(input.pair());
    List<Float> ratios = new ArrayList<>();
    try (AttentionModel model =
            Backend.of("onednn").open(UntrainedWeights.like(fresh, 3), Precision.F32);
        AttentionRunner runner = model.newRunner()) {
      runner.run(
          List.of(pair),
          (index, layer, map) -> {
            for (int head = 0; head < map.heads(); head++) {
              for (int query = 0; query < pair.size(); query++) {
                ratios.add(map.weight(head, query, query) * pair.size());
              }
            }
          });
    }
    assertThat(ratios).isNotEmpty().allSatisfy(ratio -> assertThat(ratio).isBetween(.5f, 4f));
  }
}
