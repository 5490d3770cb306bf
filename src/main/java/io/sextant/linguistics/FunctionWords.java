package io.sextant.linguistics;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.ml.feature.StopWordsRemover;

/**
 * The function words of a language: Spark MLlib's list of stop words, and the parts of the
 * contractions in it. The parts are needed because BERT's tokenizer splits at the apostrophe
 * (doesn't: doesn, t) and RoBERTa's before it (don't: don, 't). A few parts, such as won and let,
 * are content words too.
 */
public final class FunctionWords implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Set<String> words;

  private FunctionWords(Set<String> words) {
    this.words = words;
  }

  /** Returns the function words of a language; none if Spark has no list for it. */
  public static FunctionWords of(Language language) {
    String name = language.title().toLowerCase(Locale.ROOT);
    if (StopWordsRemover.class.getResource("stopwords/" + name + ".txt") == null) {
      return new FunctionWords(Set.of());
    }
    return new FunctionWords(
        Arrays.stream(StopWordsRemover.loadDefaultStopWords(name))
            .flatMap(
                word ->
                    Stream.of(
                            Stream.of(word),
                            Stream.of(word.split("'")),
                            Stream.of(word.split("(?=')")))
                        .flatMap(forms -> forms))
            .collect(Collectors.toUnmodifiableSet()));
  }

  /** Returns whether a word is a function word; case is ignored. */
  public boolean contains(String word) {
    return words.contains(word.toLowerCase(Locale.ROOT));
  }

  /** Returns whether there is no list for the language. */
  boolean isEmpty() {
    return words.isEmpty();
  }
}
