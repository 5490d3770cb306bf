package io.sextant.linguistics;

import static io.sextant.linguistics.Tier.LEMMA;
import static io.sextant.linguistics.Tier.NONE;
import static io.sextant.linguistics.Tier.SURFACE;
import static io.sextant.linguistics.Tier.WORDNET;
import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.pattern.Pairs;
import io.sextant.text.EncodedPair;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RelatedWordsTest {
  private static final RelatedWords RELATED = new RelatedWords(Language.ENGLISH);

  @ParameterizedTest
  @CsvSource({
    "bought, buy",
    "strawberries, strawberry",
    "geese, goose",
    "went, go",
    "Went, going",
    "better, good",
    "better, well",
    "is, were",
    "women, woman",
    // WordNet has no base form for one of the two, so the stem decides.
    "blogging, blog",
    "zorbing, zorbed",
    "others, other",
  })
  void inflectionsHaveTheSameLemma(String word, String other) {
    assertThat(tier(word, other)).isEqualTo(LEMMA);
  }

  @ParameterizedTest
  @CsvSource({"The, the", "ZORB, zorb", "欧, 欧", "a, A", "été, Été", "1990s, 1990s"})
  void equalSurfacesComeBeforeLemmas(String word, String other) {
    assertThat(tier(word, other)).isEqualTo(SURFACE);
  }

  @ParameterizedTest
  @CsvSource({
    // Synonyms.
    "store, shop",
    "stores, shops",
    "buy, purchase",
    "big, large",
    // Antonyms.
    "hot, cold",
    "man, woman",
    // A direct hypernym, in either direction.
    "man, person",
    "adult, woman",
    // Derivations.
    "decided, decision",
    "sings, songs",
    "quickly, quick",
    "us, america"
  })
  void wordNetRelatesContentWords(String word, String other) {
    assertThat(tier(word, other)).isEqualTo(WORDNET);
    assertThat(tier(other, word)).isEqualTo(WORDNET);
  }

  @ParameterizedTest
  @CsvSource({
    // Two steps up: via canine and domestic animal, via motor vehicle, via stringed instrument.
    "dog, animal",
    "car, vehicle",
    "guitar, instrument",
    // Words with the same direct hypernym.
    "berlin, paris",
    // Not among the three most frequent senses.
    "church, building",
    // Function words are not nouns: not the element, not the unit, not the vessel.
    "as, arsenic",
    "in, inch",
    "can, tin",
    "will, testament",
    // The verb leave, not the noun.
    "left, vacation",
    "bank, river",
    "organ, organize",
  })
  void otherWordsAreNotRelatedByWordNet(String word, String other) {
    assertThat(tier(word, other)).isEqualTo(NONE);
  }

  @ParameterizedTest
  @CsvSource({
    "dog, cat",
    // Both are in WordNet and share only their Porter stem.
    "university, universe",
    // Words that Morphy and extJWNL would treat as plurals or parts of a single letter.
    "as, a",
    "is, i",
    "us, u",
    // Words that extJWNL's collocation splitter would split.
    "18th, 19th",
    "The, he",
    "rübig, big",
  })
  void otherWordsAreNotRelated(String word, String other) {
    assertThat(tier(word, other)).isEqualTo(NONE);
  }

  @Test
  void punctuationIsNeverRelated() {
    assertThat(tier(".", ".")).isEqualTo(NONE);
    assertThat(tier("?", "dog")).isEqualTo(NONE);
  }

  @Test
  void wordsOfASingleSentenceAreRelated() {
    WordRelations relations = RELATED.in(Pairs.of("geese follow the Goose , the geese", null));

    assertThat(relations.between(0, 3)).isEqualTo(LEMMA);
    assertThat(relations.between(0, 6)).isEqualTo(SURFACE);
    assertThat(relations.between(2, 5)).isEqualTo(SURFACE);
    assertThat(relations.between(1, 3)).isEqualTo(NONE);
  }

  @Property(tries = 200)
  void relationsAreSymmetricAndEqualSurfacesComeFirst(
      @ForAll("sentences") String a, @ForAll("sentences") String b) {
    EncodedPair pair = Pairs.of(a, b);
    WordRelations relations = RELATED.in(pair);
    for (int w = 0; w < pair.words().size(); w++) {
      for (int o = 0; o < pair.words().size(); o++) {
        if (w == o) {
          continue;
        }
        Tier tier = relations.between(w, o);
        assertThat(tier).isEqualTo(relations.between(o, w));
        boolean same = folded(pair, w).equals(folded(pair, o));
        boolean mark = pair.words().get(w).punctuation() || pair.words().get(o).punctuation();
        assertThat(tier == SURFACE).isEqualTo(same && !mark);
        assertThat(tier == SURFACE || tier(pair, w, o) == tier).isTrue();
      }
    }
  }

  @Test
  void tasksShareWordNet() throws Exception {
    ExecutorService tasks = Executors.newFixedThreadPool(4);
    try {
      EncodedPair pair = Pairs.of("The geese went and bought strawberries", "go buy a goose");
      List<Future<Tier>> tiers =
          Stream.generate(
                  () ->
                      tasks.submit(() -> new RelatedWords(Language.ENGLISH).in(pair).between(1, 9)))
              .limit(16)
              .toList();
      for (Future<Tier> tier : tiers) {
        assertThat(tier.get()).isEqualTo(LEMMA);
      }
    } finally {
      tasks.shutdownNow();
    }
  }

  @Test
  void aLanguageWithoutWordNetHasSurfacesAndItsFunctionWords() {
    RelatedWords german = new RelatedWords(new Language("de"));
    WordRelations relations = german.in(Pairs.of("Der Hund und die Hunde", "Der Hund"));
    assertThat(relations.between(1, 6)).isEqualTo(SURFACE);
    assertThat(relations.between(1, 4)).isEqualTo(NONE);
    assertThat(relations.isFunctionWord(0)).isTrue();
    assertThat(relations.isFunctionWord(1)).isFalse();
  }

  @Provide
  Arbitrary<String> sentences() {
    return Arbitraries.of(
            "the",
            "The",
            "goose",
            "geese",
            "Geese",
            "buy",
            "bought",
            "good",
            "better",
            "blog",
            "blogging",
            "zorb",
            "a",
            "as",
            ".",
            ",",
            "欧",
            "is",
            "be",
            "wells",
            "well",
            "purchase",
            "shop",
            "store",
            "bad")
        .list()
        .ofMinSize(1)
        .ofMaxSize(12)
        .map(words -> String.join(" ", words));
  }

  private static Tier tier(String word, String other) {
    return RELATED.in(Pairs.of(word, other)).between(0, 1);
  }

  /** Returns the tier of two words, which does not depend on the words around them. */
  private static Tier tier(EncodedPair pair, int word, int other) {
    return tier(pair.words().get(word).text(), pair.words().get(other).text());
  }

  private static String folded(EncodedPair pair, int word) {
    return pair.words().get(word).text().toLowerCase(Locale.ROOT);
  }
}
