package io.sextant.linguistics;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Word pairs that are together often and significantly: each word of a pair predicts the other.
 * Immutable, safe for use by many threads.
 */
public final class Cooccurrences implements Serializable {
  private static final long serialVersionUID = 1L;

  /** No words predict each other. */
  public static final Cooccurrences NONE = new Cooccurrences(List.of());

  /**
   * Two words and what was counted of them.
   *
   * @param word the first of the two in the order of {@link String#compareTo}
   */
  public record WordPair(String word, String other, Association association)
      implements Serializable {}

  /** Every word once, ascending. */
  private final String[] words;

  /** Two indices into {@link #words} in one number, the lesser in the upper half; ascending. */
  private final long[] pairs;

  public Cooccurrences(List<WordPair> kept) {
    words =
        kept.stream()
            .flatMap(pair -> Stream.of(pair.word(), pair.other()))
            .sorted(Comparator.naturalOrder())
            .distinct()
            .toArray(String[]::new);
    pairs =
        kept.stream()
            .mapToLong(pair -> key(index(pair.word()), index(pair.other())))
            .sorted()
            .toArray();
  }

  /** The index of a word; negative if nothing predicts it. */
  int index(String word) {
    return Arrays.binarySearch(words, word);
  }

  /** Whether two words, by their index, predict each other; false for a negative index. */
  boolean predict(int word, int other) {
    return word >= 0
        && other >= 0
        && Arrays.binarySearch(pairs, key(Math.min(word, other), Math.max(word, other))) >= 0;
  }

  private static long key(int lesser, int greater) {
    return (long) lesser << Integer.SIZE | greater;
  }
}
