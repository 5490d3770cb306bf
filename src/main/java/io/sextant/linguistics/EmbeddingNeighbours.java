package io.sextant.linguistics;

import io.sextant.bert.BertModel;
import io.sextant.math.Cosine;
import java.util.Arrays;

/**
 * R3: content words that are near each other in a model's own table of word embeddings: the cosine
 * of their {@link WordVectors} is over the 99.5th percentile of what words as frequent as they have
 * in the vocabulary.
 *
 * <p>A word of several tokens counts as frequent as its most frequent token. The mean of a rare
 * token and a frequent one lies near all frequent words: held to the thresholds of its rarest
 * token, one in four random word pairs with a word of several tokens would be neighbours
 * (Europarl); held to those of the most frequent, one in 500.
 *
 * <p>By construction one in two hundred word pairs of the vocabulary are neighbours, and more in a
 * corpus whose words are of one kind: {@code relation_rates} says how many are accidents.
 *
 * <p>Safe for use by many threads.
 */
public final class EmbeddingNeighbours {
  private final WordVectors vectors;
  private final VocabularyRanks ranks;
  private final CosineThresholds thresholds;

  /**
   * The neighbours of a model's words. Reads its word embeddings: two seconds for BERT's 30,522.
   */
  public EmbeddingNeighbours(BertModel model) {
    this.vectors = new WordVectors(model.weights().wordEmbeddings());
    this.ranks = new VocabularyRanks(model.vocabulary());
    this.thresholds = new CosineThresholds(vectors, ranks);
  }

  /** A {@link TierRule}. */
  TierRule.Relation over(PairWords words) {
    float[][] vectorOf = new float[words.size()][];
    int[] binOf = new int[words.size()];
    for (int w = 0; w < words.size(); w++) {
      if (words.isContent(w)) {
        int[] tokens = words.tokens(w);
        vectorOf[w] = vectors.of(tokens);
        binOf[w] = ranks.bin(Arrays.stream(tokens).min().orElseThrow());
      }
    }
    return (word, other) ->
        vectorOf[word] != null
            && vectorOf[other] != null
            && Cosine.of(vectorOf[word], vectorOf[other])
                > thresholds.of(binOf[word], binOf[other]);
  }
}
