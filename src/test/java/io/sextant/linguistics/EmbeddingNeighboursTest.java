package io.sextant.linguistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sextant.bert.BertModel;
import io.sextant.testing.RealModel;
import io.sextant.text.EncodedPair;
import io.sextant.text.PairEncoder;
import io.sextant.text.SentencePair;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests neighbours in the real word embeddings. */
class EmbeddingNeighboursTest {
  private static final BertModel MODEL = RealModel.bert();
  private static final PairEncoder ENCODER = new PairEncoder(MODEL, 512);
  private static final EmbeddingNeighbours NEIGHBOURS = new EmbeddingNeighbours(MODEL);
  private static final CosineThresholds THRESHOLDS =
      new CosineThresholds(
          new WordVectors(MODEL.weights().wordEmbeddings()),
          new VocabularyRanks(MODEL.vocabulary()));
  private static final RelatedWords RELATED = new RelatedWords(Language.ENGLISH, NEIGHBOURS);

  @AfterAll
  static void close() {
    ENCODER.close();
  }

  @ParameterizedTest
  @CsvSource({
    "dog, cat",
    "dog, animal",
    "paris, france",
    "monday, tuesday",
    "1995, 1996",
    "strawberries, blueberries",
  })
  void wordsOfOneKindAreNeighbours(String word, String other) {
    assertThat(tier(word, other)).isEqualTo(Tier.EMBEDDING);
    assertThat(tier(other, word)).isEqualTo(Tier.EMBEDDING);
  }

  @ParameterizedTest
  @CsvSource({
    "bank, river, NONE",
    "store, shop, WORDNET",
    "dogs, dog, LEMMA",
    "dog, Dog, SURFACE",
    "he, she, NONE",
    "this, that, NONE",
    "., !, NONE",
    // Words of several tokens are not neighbours of every word that shares a frequent token.
    "blogging, zorbing, NONE",
    "unreasonableness, man, NONE",
  })
  void otherWordsAreNotAndEarlierTiersComeFirst(String word, String other, Tier tier) {
    assertThat(tier(word, other)).isEqualTo(tier);
  }

  @Test
  void oneInTwoHundredWordPairsAreNeighbours() {
    List<String> words =
        MODEL.vocabulary().tokens().stream().filter(token -> token.matches("[a-z]{3,}")).toList();
    int related = 0;
    int all = 0;
    for (int from = 0; from < 40; from++) {
      int start = from;
      String sentence =
          IntStream.range(0, 100)
              .mapToObj(i -> words.get((start + 40 * i + 7 * i * i) % words.size()))
              .reduce((a, b) -> a + " " + b)
              .orElseThrow();
      EncodedPair pair = ENCODER.encode(new SentencePair("x", null, sentence, null));
      WordRelations relations = new RelatedWords(new Language("vi"), NEIGHBOURS).in(pair);
      for (int w = 0; w < pair.words().size(); w++) {
        for (int o = 0; o < w; o++, all++) {
          related += relations.between(w, o) == Tier.EMBEDDING ? 1 : 0;
        }
      }
    }
    assertThat((double) related / all).isBetween(.003, .008);
  }

  /** The 99.5th percentile over all pairs, up to 35.8 million, by numpy. */
  @ParameterizedTest
  @CsvSource({
    "0, 0, .7989",
    "3, 3, .6662",
    "9, 0, .1461",
    "7, 4, .2373",
    "8, 8, .1508",
    "9, 9, .2104"
  })
  void thresholdsAreThoseOfAllPairsOfTheVocabulary(int bin, int other, float threshold) {
    assertThat(THRESHOLDS.of(bin, other)).isCloseTo(threshold, within(.0015f));
  }

  private static Tier tier(String word, String other) {
    EncodedPair pair = ENCODER.encode(new SentencePair("x", null, word, other));
    return RELATED.in(pair).between(0, 1);
  }
}
