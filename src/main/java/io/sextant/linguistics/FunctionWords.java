package io.sextant.linguistics;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.ml.feature.StopWordsRemover;

/**
 * The function words of a language: Spark MLlib's list of stop words, and the parts of its
 * contractions, for BERT's tokenizer cuts at the apostrophe (doesn't: doesn, t). A few parts are
 * content words too, such as won and let.
 */
public final class FunctionWords implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Set<String> words;

  private FunctionWords(Set<String> words) {
    this.words = words;
  }

  /** The words of a language; none if Spark has no list for it. */
  public static FunctionWords of(Language language) {
    String name = language.title().toLowerCase(Locale.ROOT);
    if (StopWordsRemover.class.getResource("stopwords/" + name + ".txt") == null) {
      return new FunctionWords(Set.of());
    }
    return new FunctionWords(
        Arrays.stream(StopWordsRemover.loadDefaultStopWords(name))
            .flatMap(word -> Stream.concat(Stream.of(word), Stream.of(word.split("'"))))
            .collect(Collectors.toUnmodifiableSet()));
  }

  /** Whether a word is one, whatever its case. */
  public boolean contains(String word) {
    return words.contains(word.toLowerCase(Locale.ROOT));
  }

  /** Whether there is no list. */
  boolean isEmpty() {
    return words.isEmpty();
  }
}
