package io.sextant.linguistics;

import java.util.Locale;
import java.util.Set;
import org.apache.spark.ml.feature.StopWordsRemover;

/** The function words of English: Spark MLlib's list of stop words, contractions included. */
public final class FunctionWords {
  private static final Set<String> ENGLISH =
      Set.of(StopWordsRemover.loadDefaultStopWords("english"));

  private FunctionWords() {}

  /** Whether a word is one, whatever its case. */
  public static boolean contains(String word) {
    return ENGLISH.contains(word.toLowerCase(Locale.ROOT));
  }
}
