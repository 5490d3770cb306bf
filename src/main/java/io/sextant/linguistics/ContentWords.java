package io.sextant.linguistics;

import io.sextant.text.EncodedPair;
import java.io.Serializable;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds the content words of a pair, for the counting of co-occurrence. Instances are safe for use
 * by several threads.
 */
public final class ContentWords implements Serializable {
  private static final long serialVersionUID = 1L;

  private final FunctionWords functionWords;

  public ContentWords(Language language) {
    functionWords = FunctionWords.of(language);
  }

  /**
   * Returns the distinct content words of both sentences, case folded. Punctuation and function
   * words are left out.
   */
  public List<String> of(EncodedPair pair) {
    PairWords words = new PairWords(pair, functionWords);
    return IntStream.range(0, words.size())
        .filter(words::isContent)
        .mapToObj(words.surfaces()::get)
        .toList();
  }
}
