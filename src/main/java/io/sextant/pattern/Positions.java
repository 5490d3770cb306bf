package io.sextant.pattern;

import io.sextant.text.EncodedPair;
import java.util.stream.IntStream;

/** Kinds of positions of a pair, ascending. */
final class Positions {
  private Positions() {}

  /** Every position, delimiters included: the queries of Clark et al. 2019. */
  static int[] all(EncodedPair pair) {
    return IntStream.range(0, pair.size()).toArray();
  }

  /** Every position that is not a delimiter. */
  static int[] content(EncodedPair pair) {
    return IntStream.range(0, pair.size()).filter(i -> !pair.isDelimiter(i)).toArray();
  }

  /** Every punctuation mark. */
  static int[] punctuation(EncodedPair pair) {
    return IntStream.range(0, pair.size()).filter(pair::isPunctuation).toArray();
  }
}
