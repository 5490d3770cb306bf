package io.sextant.linguistics;

import io.sextant.text.EncodedPair;
import java.io.Serializable;
import java.util.List;
import java.util.stream.IntStream;

/** The words of a language that can predict each other. Safe for use by many threads. */
public final class ContentWords implements Serializable {
  private static final long serialVersionUID = 1L;

  private final FunctionWords functionWords;

  public ContentWords(Language language) {
    functionWords = FunctionWords.of(language);
  }

  /**
   * The content words of both sentences, each once, case folded: no punctuation, no function words.
   */
  public List<String> of(EncodedPair pair) {
    PairWords words = new PairWords(pair, functionWords);
    return IntStream.range(0, words.size())
        .filter(words::isContent)
        .mapToObj(words.surfaces()::get)
        .toList();
  }
}
