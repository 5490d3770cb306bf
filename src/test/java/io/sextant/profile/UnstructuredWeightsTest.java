package io.sextant.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.attention.AttentionModel;
import io.sextant.attention.AttentionOutputs;
import io.sextant.attention.AttentionRunner;
import io.sextant.attention.Backend;
import io.sextant.attention.Precision;
import io.sextant.attention.RandomBert;
import io.sextant.bert.BertModel;
import io.sextant.bert.BertWeights;
import io.sextant.bert.Dense;
import io.sextant.bert.EncoderLayer;
import io.sextant.config.SettingsLoader;
import io.sextant.config.Thresholds;
import io.sextant.linguistics.EmbeddingNeighbours;
import io.sextant.linguistics.Language;
import io.sextant.linguistics.RelatedWords;
import io.sextant.pattern.Family;
import io.sextant.pattern.Patterns;
import io.sextant.profile.exemplar.ExemplarLimits;
import io.sextant.profile.pair.Calibration;
import io.sextant.profile.pair.PairAnalysis;
import io.sextant.profile.similarity.HeadMap;
import io.sextant.profile.state.Unit;
import io.sextant.table.row.HeadPattern;
import io.sextant.text.PairEncoder;
import io.sextant.text.SentencePair;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * No head of a model with random weights exhibits a pattern of position or content, although its
 * attention is not uniform. Patterns of marks are left out: all [SEP] have the same vector, which a
 * random head may attend to.
 */
class UnstructuredWeightsTest {
  private static final int PAIRS = 300;
  private static final int BATCH_TOKENS = 1024;
  private static final List<Unit> TOKENS = List.of(Unit.TOKEN);
  private static final Thresholds THRESHOLDS =
      SettingsLoader.load(
              null, Map.of("model", "none", "input.paths", List.of("none"), "output.path", "none"))
          .grades();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void noHeadOfRandomWeightsExhibitsAnyPatternOfPositionOrContent(long seed) {
    HeadTables tables = profile(RandomBert.of(MadeText.VOCABULARY, seed));
    // The heads are far from uniform.
    assertThat(tables.profiles(HeadMap.NONE))
        .filteredOn(profile -> profile.stratum().equals("all"))
        .hasSize(8)
        .allSatisfy(profile -> assertThat(profile.entropyRatio().value()).isLessThan(.9));
    List<HeadPattern> labels = labels(tables);
    assertThat(labels).extracting(HeadPattern::pattern).contains("next", "related_other", "self");
    assertThat(labels).extracting(HeadPattern::pattern).contains("predictive_subword", "related");
    assertThat(labels).extracting(HeadPattern::grade).containsOnly("none");
    assertThat(labels).extracting(HeadPattern::exhibits).containsOnly(false);
  }

  @Test
  void theSameModelWithKeysThatAreItsQueriesFindsRelatedWords() {
    BertModel random = RandomBert.of(MadeText.VOCABULARY, 1);
    assertThat(labels(profile(withKeysAsQueries(random))))
        .filteredOn(HeadPattern::exhibits)
        .extracting(HeadPattern::pattern)
        .contains("related_other");
  }

  private static List<HeadPattern> labels(HeadTables tables) {
    return tables.patterns().stream()
        .filter(row -> row.stratum().equals("all") && row.grade() != null)
        .filter(row -> Patterns.named(row.pattern()).family() != Family.MARK)
        .toList();
  }

  private static HeadTables profile(BertModel bert) {
    RelatedWords related = new RelatedWords(Language.ENGLISH, new EmbeddingNeighbours(bert));
    List<SentencePair> pairs = MadeText.pairs(PAIRS);
    ProfileState state = ProfileState.empty(bert.config(), Patterns.all(), TOKENS, 0);
    try (PairEncoder encoder = new PairEncoder(bert, bert.config().positions());
        AttentionModel model = Backend.of("onednn").open(bert, Precision.F32);
        AttentionRunner runner = model.newRunner(AttentionOutputs.NORMS)) {
      Map<Unit, Calibration> calibrations =
          CalibrationSums.measure(
                  pairs, encoder::encode, runner, BATCH_TOKENS, bert.config(), TOKENS)
              .calibrations();
      HeadProfiler profiler =
          new HeadProfiler(
              PairAnalysis.of(encoder::encode, related::in),
              runner,
              calibrations,
              BATCH_TOKENS,
              new ExemplarLimits(0, 0, 1),
              (pair, reason, detail) -> {
                throw new AssertionError(detail);
              },
              state);
      pairs.forEach(profiler::add);
      profiler.finish();
    }
    return state.tables("run", THRESHOLDS);
  }

  private static BertModel withKeysAsQueries(BertModel bert) {
    BertWeights weights = bert.weights();
    List<EncoderLayer> layers = new ArrayList<>();
    for (EncoderLayer layer : weights.layers()) {
      Dense query = layer.query();
      layers.add(
          new EncoderLayer(
              query,
              query,
              layer.value(),
              layer.attentionOutput(),
              layer.attentionNorm(),
              layer.feedForward(),
              layer.feedForwardNorm()));
    }
    BertWeights changed =
        new BertWeights(
            weights.wordEmbeddings(),
            weights.positionEmbeddings(),
            weights.tokenTypeEmbeddings(),
            weights.embeddingNorm(),
            layers);
    return new BertModel("keys", bert.config(), bert.vocabulary(), changed, "keys");
  }
}
