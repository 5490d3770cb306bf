package io.sextant.profile;

import static io.sextant.profile.SyntheticHeads.pair;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.sextant.attention.AttentionMap;
import io.sextant.attention.RowEntropies;
import io.sextant.fault.BadInputException;
import io.sextant.linguistics.Tier;
import io.sextant.linguistics.WordRelations;
import io.sextant.pattern.Pairs;
import io.sextant.profile.pair.RowStatistics;
import io.sextant.profile.pair.WordAttention;
import io.sextant.profile.pair.WordView;
import io.sextant.profile.state.Unit;
import io.sextant.table.row.HeadPattern;
import io.sextant.text.EncodedPair;
import io.sextant.text.SentencePair;
import io.sextant.text.Word;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class WordLevelTest {
  private static final EncodedPair SPLIT = Pairs.of("a b##c d", "e##f##g h .");

  @Test
  void theViewHasAPositionForEveryWordAndDelimiter() {
    WordView view = WordView.of(SPLIT);
    EncodedPair words = view.pair();
    assertThat(words.tokens())
        .containsExactly("[CLS]", "a", "bc", "d", "[SEP]", "efg", "h", ".", "[SEP]");
    assertThat(view.firstToken()).containsExactly(0, 1, 2, 4, 5, 6, 9, 10, 11, 12);
    assertThat(view.split()).containsExactly(2, 5);
    assertThat(words.firstSep()).isEqualTo(4);
    assertThat(words.tokenTypes()).containsExactly(0, 0, 0, 0, 0, 1, 1, 1, 1);
    assertThat(words.isPunctuation(7)).isTrue();
    assertThat(words.words())
        .extracting(Word::text)
        .containsExactlyElementsOf(SPLIT.words().stream().map(Word::text).toList());
    for (int word = 0; word < words.words().size(); word++) {
      assertThat(words.wordOf()[words.words().get(word).firstToken()]).isEqualTo(word);
    }
  }

  @Test
  void keysAreSummedAndQueriesAveraged() {
    // The input is [CLS] a b ##c [SEP]; the row of token i is (i+1, 1, 2, 3, 4), normalised.
    EncodedPair tokens = Pairs.of("a b##c", null);
    float[] weights = new float[25];
    float[] entropies = new float[5];
    for (int i = 0; i < 5; i++) {
      float[] row = {i + 1, 1, 2, 3, 4};
      for (int j = 0; j < 5; j++) {
        weights[i * 5 + j] = row[j] / (i + 11);
      }
    }
    RowEntropies.fill(weights, 5, 5, entropies);
    AttentionMap words =
        new WordAttention().of(new AttentionMap(1, 5, weights, entropies), WordView.of(tokens));
    assertThat(words.size()).isEqualTo(4);
    // The row of a, token 1, is 2, 1, 2 + 3, 4 over 12.
    assertThat(words.weight(0, 1, 0)).isCloseTo(2 / 12f, within(1e-7f));
    assertThat(words.weight(0, 1, 2)).isCloseTo(5 / 12f, within(1e-7f));
    // The row of bc, tokens 2 and 3, is the mean of (3, 1, 5, 4) / 13 and (4, 1, 5, 4) / 14.
    assertThat(words.weight(0, 2, 0)).isCloseTo((3 / 13f + 4 / 14f) / 2, within(1e-7f));
    assertThat(words.weight(0, 2, 2)).isCloseTo((5 / 13f + 5 / 14f) / 2, within(1e-7f));
    assertThat(words.weight(0, 3, 3)).isCloseTo(4 / 15f, within(1e-7f));
  }

  @Test
  void attentionToContentIsThatOfTheTokens() {
    // The input is [CLS] a b ##c [SEP], with uniform attention but for the row of b.
    EncodedPair tokens = Pairs.of("a b##c", null);
    float[] weights = new float[25];
    Arrays.fill(weights, .2f);
    weights[2 * 5] = .4f;
    weights[2 * 5 + 2] = 0;
    AttentionMap map = new AttentionMap(1, 5, weights, new float[5]);
    RowStatistics ofTokens = new RowStatistics();
    ofTokens.read(tokens, map);
    WordView view = WordView.of(tokens);
    RowStatistics ofWords = new RowStatistics();
    ofWords.read(view.pair(), new AttentionMap(1, 4, new float[16], new float[4]));
    ofWords.takeContent(ofTokens, view, 1);
    assertThat(ofWords.content[1]).isCloseTo(.6, within(1e-6));
    // The row of b gives .4 to content and that of ##c gives .6; the word has their mean.
    assertThat(ofWords.content[2]).isCloseTo((.4 + .6) / 2, within(1e-6));
  }

  @Property(tries = 60)
  void rowsSumToOneAndEntropiesAreThoseOfTheRows(@ForAll long seed) {
    Random random = new Random(seed);
    int n = SPLIT.size();
    float[] weights = new float[2 * n * n];
    for (int row = 0; row < 2 * n; row++) {
      double sum = 0;
      double[] values = new double[n];
      for (int i = 0; i < n; i++) {
        values[i] = random.nextInt(4) == 0 ? 0 : Math.exp(6 * random.nextDouble());
        sum += values[i];
      }
      for (int i = 0; i < n; i++) {
        weights[row * n + i] = (float) (sum == 0 ? 1.0 / n : values[i] / sum);
      }
    }
    float[] entropies = new float[2 * n];
    RowEntropies.fill(weights, 2 * n, n, entropies);
    AttentionMap words =
        new WordAttention().of(new AttentionMap(2, n, weights, entropies), WordView.of(SPLIT));
    for (int head = 0; head < 2; head++) {
      for (int query = 0; query < words.size(); query++) {
        int row = words.row(head, query);
        double sum = 0;
        for (int key = 0; key < words.size(); key++) {
          sum += words.weights()[row + key];
        }
        assertThat(sum).isCloseTo(1, within(1e-5));
        assertThat((double) words.entropies()[head * words.size() + query])
            .isCloseTo(RowEntropies.of(words.weights(), row, words.size()), within(2e-5));
      }
    }
  }

  @Test
  void wordsOfOneTokenHaveTheSameScoresAtBothLevels() {
    List<SentencePair> corpus =
        IntStream.range(0, 30)
            .mapToObj(
                i ->
                    pair(
                        "p" + i,
                        null,
                        "a b c " + "d e ".repeat(i % 5),
                        "c a " + "f ".repeat(i % 3) + "."))
            .toList();
    ProfileState state = new SyntheticHeads(SyntheticHeads.NOISE).profileCalibrated(corpus);
    List<HeadPattern> tokens = rows(state, Unit.TOKEN);
    List<HeadPattern> words = rows(state, Unit.WORD);
    assertThat(tokens).isNotEmpty().allSatisfy(row -> assertThat(row.unit()).isEqualTo("token"));
    assertThat(words).allSatisfy(row -> assertThat(row.unit()).isEqualTo("word"));
    assertThat(words)
        .extracting(row -> row.toString().replace("unit=word", "unit=token"))
        .containsExactlyElementsOf(tokens.stream().map(HeadPattern::toString).toList());
  }

  @Test
  void aHeadThatLooksAtTheNextWordIsPerfectAtTheWordLevelAlone() {
    // Every token of a word attends to the last token of the next word.
    SyntheticHeads.Head nextWord =
        (pair, query, key) -> {
          int word = pair.wordOf()[query];
          boolean last =
              word < 0
                  || word + 1 == pair.words().size()
                  || pair.words().get(word + 1).segment() != pair.words().get(word).segment();
          return key == (last ? 0 : pair.words().get(word + 1).endToken() - 1) ? 1 : 0;
        };
    ProfileState state =
        new SyntheticHeads(nextWord).profile(List.of(pair("x", null, "a b##c d##e f", "g##h i")));
    HeadPattern words = SyntheticHeads.row(rows(state, Unit.WORD), 0, "next", "all");
    assertThat(words.share().value()).isEqualTo(1);
    assertThat(words.nQueries()).isEqualTo(3 + 1);
    // Of the 5 + 2 tokens that have a next token, d's ##e and g's ##h attend to it.
    HeadPattern tokens = SyntheticHeads.row(rows(state, Unit.TOKEN), 0, "next", "all");
    assertThat(tokens.nQueries()).isEqualTo(5 + 2);
    assertThat(tokens.share().value()).isCloseTo(2 / 7.0, within(1e-9));
    assertThat(rows(state, Unit.WORD))
        .extracting(HeadPattern::pattern)
        .doesNotContain("predictive_subword");
    assertThat(rows(state, Unit.TOKEN))
        .extracting(HeadPattern::pattern)
        .contains("predictive_subword");
  }

  @Test
  void predictiveWordsAreMeasuredByWordsToo() {
    WordRelations berriesAreRed =
        new WordRelations() {
          @Override
          public Tier between(int word, int other) {
            return Tier.NONE;
          }

          @Override
          public boolean predicts(int word, int other) {
            return Math.abs(word - other) == 2;
          }
        };
    // The tokens are 0 [CLS] 1 straw 2 ##berries 3 are 4 red 5 [SEP]. straw attends to itself, red
    // to ##berries, and all others to red.
    SyntheticHeads heads =
        new SyntheticHeads(
            (pair, query, key) -> key == (query == 1 ? 1 : query == 4 ? 2 : 4) ? 1 : 0);
    ProfileState state =
        heads.profile(List.of(pair("x", null, "straw##berries are red", null)), berriesAreRed);
    HeadPattern tokens =
        SyntheticHeads.row(rows(state, Unit.TOKEN), 0, "predictive_cooccurrence", "all");
    assertThat(tokens.nQueries()).isEqualTo(3);
    assertThat(tokens.share().value()).isCloseTo(2 / 3.0, within(1e-9));
    HeadPattern words =
        SyntheticHeads.row(rows(state, Unit.WORD), 0, "predictive_cooccurrence", "all");
    assertThat(words.nQueries()).isEqualTo(2);
    assertThat(words.share().value()).isCloseTo((.5 + 1) / 2, within(1e-9));
  }

  @Test
  void unitsThatAreNotThereAreRefused() {
    assertThat(Unit.named(List.of("word", "token"))).containsExactly(Unit.TOKEN, Unit.WORD);
    assertThatThrownBy(() -> Unit.named(List.of("token", "sentence")))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("'sentence'")
        .hasMessageContaining("token, word");
    assertThatThrownBy(() -> Unit.named(List.of("word")))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("token");
  }

  private static List<HeadPattern> rows(ProfileState state, Unit unit) {
    return state.tables(unit, "run", HeadProfilerTest.THRESHOLDS).patterns();
  }
}
