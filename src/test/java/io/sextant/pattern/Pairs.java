package io.sextant.pattern;

import io.sextant.text.Annotation;
import io.sextant.text.EncodedPair;
import io.sextant.text.SentenceBounds;
import io.sextant.text.SentencePair;
import io.sextant.text.Word;
import java.util.ArrayList;
import java.util.List;

/** Pairs written by hand. Words are separated by spaces, the tokens of a word by {@code ##}. */
public final class Pairs {
  private Pairs() {}

  /** Returns {@code [CLS] A [SEP] B [SEP]}, or {@code [CLS] A [SEP]} if {@code b} is null. */
  public static EncodedPair of(String a, String b) {
    return of(a, b, Annotation.NONE);
  }

  /** Returns the same pair with annotation. */
  public static EncodedPair of(String a, String b, Annotation annotation) {
    List<String> tokens = new ArrayList<>();
    List<Integer> wordOf = new ArrayList<>();
    List<Word> words = new ArrayList<>();
    delimiter("[CLS]", tokens, wordOf);
    sentence(a, 0, tokens, wordOf, words);
    int firstSep = tokens.size();
    delimiter("[SEP]", tokens, wordOf);
    if (b != null) {
      sentence(b, 1, tokens, wordOf, words);
      delimiter("[SEP]", tokens, wordOf);
    }
    int[] tokenTypes = new int[tokens.size()];
    for (int i = firstSep + 1; i < tokenTypes.length; i++) {
      tokenTypes[i] = 1;
    }
    return new EncodedPair(
        new SentencePair("hand", null, a, b, annotation, null),
        tokens,
        new int[tokens.size()],
        tokenTypes,
        wordOf.stream().mapToInt(Integer::intValue).toArray(),
        words,
        new SentenceBounds(firstSep, 0));
  }

  private static void delimiter(String mark, List<String> tokens, List<Integer> wordOf) {
    tokens.add(mark);
    wordOf.add(-1);
  }

  private static void sentence(
      String text, int segment, List<String> tokens, List<Integer> wordOf, List<Word> words) {
    int begin = 0;
    for (String word : text.split(" ")) {
      int first = tokens.size();
      for (String token : word.split("(?=##)")) {
        tokens.add(token);
        wordOf.add(words.size());
      }
      String surface = word.replace("##", "");
      boolean punctuation = surface.length() == 1 && !Character.isLetterOrDigit(surface.charAt(0));
      int end = begin + word.length();
      words.add(new Word(surface, segment, begin, end, first, tokens.size(), punctuation));
      begin = end + 1;
    }
  }
}
