package io.sextant.linguistics;

import io.sextant.bert.BertModel;
import java.util.Arrays;

/**
 * The relations of the tier {@code embedding}: content words that are neighbours in a model's own
 * table of word embeddings. The cosine of their {@link WordVectors} is over the 99.5th percentile
 * for words of the same frequencies in the vocabulary.
 *
 * <p>A word of several tokens is assigned the frequency of its most frequent token. The mean of a
 * rare and a frequent token is close to all frequent words. With the thresholds of the rarest
 * token, one in four random word pairs with a word of several tokens would be neighbours
 * (Europarl); with those of the most frequent token, it is one in 500.
 *
 * <p>By construction, one in two hundred word pairs of the vocabulary are neighbours, and more in a
 * corpus whose words are similar. The table {@code relation_rates} estimates how many are
 * accidental.
 *
 * <p>Instances are safe for use by several threads.
 */
public final class EmbeddingNeighbours {
  private final WordVectors vectors;
  private final VocabularyRanks ranks;
  private final CosineThresholds thresholds;

  /** Reads the word embeddings of a model, which takes two seconds for BERT's 30,522 words. */
  public EmbeddingNeighbours(BertModel model) {
    this.vectors = new WordVectors(model.weights().wordEmbeddings());
    this.ranks = new VocabularyRanks(model.vocabulary());
    this.thresholds = new CosineThresholds(vectors, ranks);
  }

  /** Returns the relation for the words of a pair, as {@link TierRule} defines it. */
  TierRule.Relation over(PairWords words) {
    UnitVector[] vectorOf = new UnitVector[words.size()];
    int[] binOf = new int[words.size()];
    for (int w = 0; w < words.size(); w++) {
      if (words.isContent(w)) {
        int[] tokens = words.tokens(w);
        vectorOf[w] = new UnitVector(vectors.of(tokens));
        binOf[w] = ranks.bin(Arrays.stream(tokens).min().orElseThrow());
      }
    }
    return (word, other) ->
        vectorOf[word] != null
            && vectorOf[other] != null
            && vectorOf[word].isNear(vectorOf[other], thresholds.of(binOf[word], binOf[other]));
  }
}
