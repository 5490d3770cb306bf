package io.sextant.linguistics;

import io.sextant.text.EncodedPair;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * Relates the words of a pair, by tier:
 *
 * <ul>
 *   <li>Surface: the same surface, case folded.
 *   <li>Lemma: the same lemma, that is, a base form in common by WordNet's Morphy, over all parts
 *       of speech (better: better, good, well); or the same stem by Spark NLP's Stemmer where
 *       WordNet knows no base form of one of the two (blogging: blog). Lemmas that the annotation
 *       gives take their place.
 *   <li>WordNet: some sense, among the three most frequent of each part of speech, is in one synset
 *       with the other's, or is its antonym, direct hypernym or hyponym, or derivationally related
 *       form.
 *   <li>Embedding: they are {@link EmbeddingNeighbours} in the model, where it is given.
 * </ul>
 *
 * Lemma and WordNet are English. A word of one letter has its surface only: Morphy takes {@code as}
 * and {@code is} for plurals of {@code a} and {@code i}. R2 and R3 are of content words only.
 *
 * <p>Needs no SparkSession. Safe for use by many threads.
 */
public final class RelatedWords {
  private final FunctionWords functionWords;
  private final Map<Tier, TierRule> rules = new EnumMap<>(Tier.class);

  /** The tiers that need no model: the surface, and lemma and WordNet if the language has them. */
  public RelatedWords(Language language) {
    functionWords = FunctionWords.of(language);
    if (language.hasWordNet()) {
      rules.put(Tier.LEMMA, new LemmaRule());
      rules.put(Tier.WORDNET, new WordNetRule());
    }
  }

  /** The same and R3, by a model that reads the language. */
  public RelatedWords(Language language, EmbeddingNeighbours neighbours) {
    this(language);
    rules.put(Tier.EMBEDDING, neighbours::over);
  }

  /** The relations of the words of one pair, of both sentences. */
  public WordRelations in(EncodedPair pair) {
    return tiers(new PairWords(pair, functionWords), Map.of());
  }

  /**
   * The same where the lemmas of words are known, and which words predict each other by a table of
   * counts.
   *
   * @param lemmas of words as they are written, all case folded; they take the place of Morphy's
   */
  public WordRelations in(
      EncodedPair pair, Map<String, Set<String>> lemmas, Cooccurrences cooccurrences) {
    PairWords words = new PairWords(pair, functionWords);
    return new PredictedWords(words, tiers(words, lemmas), cooccurrences);
  }

  private TierMatrix tiers(PairWords words, Map<String, Set<String>> lemmas) {
    TierMatrix tiers = new TierMatrix(words);
    Map<Tier, TierRule> all = new EnumMap<>(Tier.class);
    all.putAll(rules);
    if (!lemmas.isEmpty()) {
      all.put(Tier.LEMMA, new GivenLemmas(lemmas, rules.get(Tier.LEMMA)));
    }
    all.forEach((tier, rule) -> tiers.relate(tier, rule.over(words)));
    return tiers;
  }
}
