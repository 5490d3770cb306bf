package io.sextant.linguistics;

import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * The senses of a word in WordNet, and the senses that are linked to them. A sense is a synset or a
 * word in a synset, because hypernyms link synsets, and antonyms and derivations link words. Both
 * arrays hold ids in ascending order.
 *
 * @param own the word's synsets, and the word in each of them
 * @param linked the hypernyms of these synsets, and the antonyms and derivations of the word in
 *     them
 */
record Senses(long[] own, long[] linked) {
  static final Senses NONE = of(LongStream.empty(), LongStream.empty());

  static Senses of(LongStream own, LongStream linked) {
    return new Senses(own.sorted().distinct().toArray(), linked.sorted().distinct().toArray());
  }

  /**
   * Returns whether two words have a sense in common, or a sense of one is linked to the other's.
   */
  boolean related(Senses other) {
    return meet(own, other.own) || meet(own, other.linked) || meet(linked, other.own);
  }

  private static boolean meet(long[] a, long[] b) {
    int i = 0;
    int j = 0;
    while (i < a.length && j < b.length) {
      if (a[i] == b[j]) {
        return true;
      }
      if (a[i] < b[j]) {
        i++;
      } else {
        j++;
      }
    }
    return false;
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof Senses other
        && Arrays.equals(own, other.own)
        && Arrays.equals(linked, other.linked);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(own) + Arrays.hashCode(linked);
  }
}
