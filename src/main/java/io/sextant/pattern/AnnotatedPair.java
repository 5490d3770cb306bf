package io.sextant.pattern;

import io.sextant.linguistics.Tier;
import io.sextant.linguistics.WordRelations;
import io.sextant.text.EncodedPair;
import java.util.Arrays;
import java.util.function.IntPredicate;

/** A pair as patterns see it: its positions and the relations between its words. */
public final class AnnotatedPair {
  private final EncodedPair encoded;
  private final WordRelations relations;

  /** What {@link #related} and {@link #predicted} return for each word; null until it is asked. */
  private final int[][] related;

  private final int[][] predicted;

  /**
   * Creates a pair.
   *
   * @param encoded the pair's tokens
   * @param relations the relations between its words
   */
  public AnnotatedPair(EncodedPair encoded, WordRelations relations) {
    this(encoded, relations, new int[encoded.words().size()][], new int[encoded.words().size()][]);
  }

  private AnnotatedPair(
      EncodedPair encoded, WordRelations relations, int[][] related, int[][] predicted) {
    this.encoded = encoded;
    this.relations = relations;
    this.related = related;
    this.predicted = predicted;
  }

  /** Returns the same pair with other positions, such as words in the place of tokens. */
  public AnnotatedPair at(EncodedPair positions) {
    return new AnnotatedPair(positions, relations, related, predicted);
  }

  public EncodedPair encoded() {
    return encoded;
  }

  public WordRelations relations() {
    return relations;
  }

  /** Returns the word itself and the words that are related to it, ascending. */
  int[] related(int word) {
    if (related[word] == null) {
      related[word] = words(other -> other == word || relations.between(word, other) != Tier.NONE);
    }
    return related[word];
  }

  /** Returns the words that predict a word, ascending. */
  int[] predicted(int word) {
    if (predicted[word] == null) {
      predicted[word] = words(other -> relations.predicts(word, other));
    }
    return predicted[word];
  }

  private int[] words(IntPredicate which) {
    int[] found = new int[related.length];
    int count = 0;
    for (int word = 0; word < found.length; word++) {
      if (which.test(word)) {
        found[count++] = word;
      }
    }
    return Arrays.copyOf(found, count);
  }
}
