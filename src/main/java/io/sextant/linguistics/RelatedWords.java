package io.sextant.linguistics;

import io.sextant.text.EncodedPair;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * Relates the words of a pair, by tier:
 *
 * <ul>
 *   <li>Surface: the words have the same surface form, case folded.
 *   <li>Lemma: the words have a base form in common according to WordNet's Morphy, over all parts
 *       of speech (better: better, good, well). If WordNet knows no base form of one of them, they
 *       must have the same stem according to Porter's algorithm (blogging: blog). Lemmas in the
 *       annotation replace both.
 *   <li>WordNet: among the three most frequent senses of each part of speech, a sense of one word
 *       is in the same synset as a sense of the other, or is its antonym, direct hypernym or
 *       hyponym, or a derivationally related form.
 *   <li>Embedding: the words are {@link EmbeddingNeighbours} in the model, if one is given.
 * </ul>
 *
 * The tiers lemma and WordNet exist for English only. A word of one letter is related by its
 * surface only, because Morphy takes {@code as} and {@code is} for plurals of {@code a} and {@code
 * i}. The tiers WordNet and embedding relate content words only.
 *
 * <p>No Spark session is needed. Instances are safe for use by several threads.
 */
public final class RelatedWords {
  private final FunctionWords functionWords;
  private final Map<Tier, TierRule> rules = new EnumMap<>(Tier.class);

  /** Creates the tiers without a model: surface, and lemma and WordNet if the language has them. */
  public RelatedWords(Language language) {
    functionWords = FunctionWords.of(language);
    if (language.hasWordNet()) {
      rules.put(Tier.LEMMA, new LemmaRule());
      rules.put(Tier.WORDNET, new WordNetRule());
    }
  }

  /** Creates all tiers, with the embeddings of a model for the language. */
  public RelatedWords(Language language, EmbeddingNeighbours neighbours) {
    this(language);
    rules.put(Tier.EMBEDDING, neighbours::over);
  }

  /** Returns the relations of the words of a pair, within and across its sentences. */
  public WordRelations in(EncodedPair pair) {
    return tiers(new PairWords(pair, functionWords), Map.of());
  }

  /**
   * Returns the relations of the words of a pair with given lemmas and co-occurrences.
   *
   * @param lemmas the lemmas by word as it is written, all case folded; they replace Morphy's
   * @param cooccurrences the words that predict each other
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
