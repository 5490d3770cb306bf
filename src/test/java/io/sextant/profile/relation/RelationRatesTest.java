package io.sextant.profile.relation;

import static io.sextant.profile.SyntheticHeads.pair;
import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.linguistics.Language;
import io.sextant.linguistics.RelatedWords;
import io.sextant.pattern.Pairs;
import io.sextant.profile.pair.PairAnalysis;
import io.sextant.table.row.RelationRate;
import io.sextant.text.EncodedPair;
import io.sextant.text.SentenceBounds;
import io.sextant.text.SentencePair;
import io.sextant.text.Uncut;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class RelationRatesTest {
  private static final RelatedWords RELATED = new RelatedWords(Language.ENGLISH);

  @Test
  void relationsAreCountedByTierAndClassAndHeldAgainstShuffledPairs() {
    List<SentencePair> pairs =
        List.of(
            pair("1", null, "the store .", "the shop !"),
            // It is combined with the B of pair 1, in which only the-the is related.
            pair("2", null, "the dog", "the dogs ,"),
            // No earlier B has the same length.
            pair("3", null, "dog", "dog"));
    assertThat(rates(pairs).rows("run"))
        .containsExactly(
            new RelationRate("run", "content_words", "lemma", 1, 1, 0, 1),
            new RelationRate("run", "function_words", "surface", 1, 3, 1, 3));
  }

  @Test
  void noPairIsHeldAgainstItsOwnGroupOrItsOwnSentences() {
    List<SentencePair> pairs =
        List.of(
            pair("1", "g", "a dog", "two cats"),
            pair("2", "g", "one bird", "some fish"),
            pair("3", "h", "one bird", "red bricks"),
            pair("4", "i", "a house", "red bricks"),
            pair("5", null, "single", null));
    assertThat(rates(pairs).rows("run")).isEmpty();
    assertThat(rates(pairs).paired.counts).containsOnly(0);
  }

  @Test
  void aShuffledPairThatTheTokenizerDoesNotCutIsNotCounted() {
    RelationRates rates = new RelationRates();
    ShuffledPairs shuffled =
        new ShuffledPairs(
            PairAnalysis.of(
                pair -> {
                  throw Uncut.sentence();
                },
                RELATED::in),
            rates);
    for (SentencePair pair :
        List.of(pair("1", null, "a dog", "a cat"), pair("2", null, "x", "the dogs"))) {
      EncodedPair encoded = encode(pair);
      shuffled.add(encoded, RELATED.in(encoded));
    }
    assertThat(rates.rows("run")).isEmpty();
    assertThat(rates.paired.counts).containsOnly(0);
  }

  @Test
  void stateMergesAndReadsBack() throws IOException {
    RelationRates rates =
        rates(List.of(pair("1", null, "a dog", "a cat"), pair("2", null, "the dog", "the dogs")));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    rates.write(new DataOutputStream(bytes));
    RelationRates read =
        RelationRates.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    assertThat(read.rows("run")).isEqualTo(rates.rows("run")).isNotEmpty();
    read.merge(rates);
    assertThat(read.rows("run").get(0).wordPairs())
        .isEqualTo(2 * rates.rows("run").get(0).wordPairs());
  }

  private static RelationRates rates(List<SentencePair> pairs) {
    RelationRates rates = new RelationRates();
    ShuffledPairs shuffled =
        new ShuffledPairs(PairAnalysis.of(RelationRatesTest::encode, RELATED::in), rates);
    for (SentencePair pair : pairs) {
      EncodedPair encoded = encode(pair);
      shuffled.add(encoded, RELATED.in(encoded));
    }
    return rates;
  }

  private static EncodedPair encode(SentencePair pair) {
    EncodedPair hand = Pairs.of(pair.sentenceA(), pair.sentenceB());
    return new EncodedPair(
        pair,
        hand.tokens(),
        hand.ids(),
        hand.tokenTypes(),
        hand.wordOf(),
        hand.words(),
        new SentenceBounds(hand.firstSep(), 0));
  }
}
