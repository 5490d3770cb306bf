package io.sextant.report;

import java.util.ArrayList;
import java.util.List;

/** Groups BERT's tokens into words, for synthetic data. */
final class Tokens {
  private Tokens() {}

  /** Returns for each token the index of its word; -1 for delimiters. */
  static int[] wordOf(List<String> tokens) {
    int[] wordOf = new int[tokens.size()];
    int words = 0;
    for (int i = 0; i < wordOf.length; i++) {
      if (isDelimiter(tokens.get(i))) {
        wordOf[i] = -1;
      } else {
        wordOf[i] = tokens.get(i).startsWith("##") ? words - 1 : words++;
      }
    }
    return wordOf;
  }

  /** Returns the words. */
  static List<String> words(List<String> tokens) {
    List<String> words = new ArrayList<>();
    for (String token : tokens) {
      if (token.startsWith("##")) {
        words.set(words.size() - 1, words.get(words.size() - 1) + token.substring(2));
      } else if (!isDelimiter(token)) {
        words.add(token);
      }
    }
    return words;
  }

  private static boolean isDelimiter(String token) {
    return token.equals("[CLS]") || token.equals("[SEP]");
  }
}
