package io.sextant.pattern;

import io.sextant.text.EncodedPair;
import java.util.stream.IntStream;

/** Returns positions of a pair by kind, ascending. */
final class Positions {
  private Positions() {}

  /** Returns every position, including delimiters; these are the queries of Clark et al. 2019. */
  static int[] all(EncodedPair pair) {
    return IntStream.range(0, pair.size()).toArray();
  }

  /** Returns every position that is not a delimiter. */
  static int[] content(EncodedPair pair) {
    return IntStream.range(0, pair.size()).filter(i -> !pair.isDelimiter(i)).toArray();
  }

  /** Returns every position that is a punctuation mark. */
  static int[] punctuation(EncodedPair pair) {
    return IntStream.range(0, pair.size()).filter(pair::isPunctuation).toArray();
  }
}
