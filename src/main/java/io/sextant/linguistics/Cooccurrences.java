package io.sextant.linguistics;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Word pairs that occur together often and significantly, so that each word of a pair predicts the
 * other. Instances are immutable and safe for use by several threads.
 */
public final class Cooccurrences implements Serializable {
  private static final long serialVersionUID = 1L;

  /** An instance in which no words predict each other. */
  public static final Cooccurrences NONE = new Cooccurrences(List.of());

  /**
   * Two words and their association.
   *
   * @param word the lesser of the two words in the order of {@link String#compareTo}
   * @param other the greater of the two words
   * @param association null if only the words are known
   */
  public record WordPair(String word, String other, Association association)
      implements Serializable {}

  /** The distinct words in ascending order. */
  private final String[] words;

  /**
   * The keys of the pairs in ascending order. A key has the lesser index into {@link #words} in its
   * upper 32 bits and the greater index in its lower 32 bits.
   */
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

  /** Returns the index of a word; negative if no word predicts it. */
  int index(String word) {
    return Arrays.binarySearch(words, word);
  }

  /** Returns whether two words, given by index, predict each other; false for a negative index. */
  boolean predict(int word, int other) {
    return word >= 0
        && other >= 0
        && Arrays.binarySearch(pairs, key(Math.min(word, other), Math.max(word, other))) >= 0;
  }

  private static long key(int lesser, int greater) {
    return (long) lesser << Integer.SIZE | greater;
  }
}
