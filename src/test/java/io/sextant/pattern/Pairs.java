package io.sextant.pattern;

import io.sextant.text.EncodedPair;
import io.sextant.text.SentencePair;
import io.sextant.text.Word;
import java.util.ArrayList;
import java.util.List;

/** Pairs written by hand: words parted by spaces, the pieces of a word by {@code ##}. */
public final class Pairs {
  private Pairs() {}

  /** {@code [CLS] A [SEP] B [SEP]}, or {@code [CLS] A [SEP]} if {@code b} is null. */
  public static EncodedPair of(String a, String b) {
    List<String> pieces = new ArrayList<>();
    List<Integer> wordOf = new ArrayList<>();
    List<Word> words = new ArrayList<>();
    delimiter("[CLS]", pieces, wordOf);
    sentence(a, 0, pieces, wordOf, words);
    int firstSep = pieces.size();
    delimiter("[SEP]", pieces, wordOf);
    if (b != null) {
      sentence(b, 1, pieces, wordOf, words);
      delimiter("[SEP]", pieces, wordOf);
    }
    int[] tokenTypes = new int[pieces.size()];
    for (int i = firstSep + 1; i < tokenTypes.length; i++) {
      tokenTypes[i] = 1;
    }
    return new EncodedPair(
        new SentencePair("hand", null, a, b),
        pieces,
        new int[pieces.size()],
        tokenTypes,
        wordOf.stream().mapToInt(Integer::intValue).toArray(),
        words,
        firstSep,
        0);
  }

  private static void delimiter(String mark, List<String> pieces, List<Integer> wordOf) {
    pieces.add(mark);
    wordOf.add(-1);
  }

  private static void sentence(
      String text, int segment, List<String> pieces, List<Integer> wordOf, List<Word> words) {
    int begin = 0;
    for (String word : text.split(" ")) {
      int first = pieces.size();
      for (String piece : word.split("(?=##)")) {
        pieces.add(piece);
        wordOf.add(words.size());
      }
      String surface = word.replace("##", "");
      boolean punctuation = surface.length() == 1 && !Character.isLetterOrDigit(surface.charAt(0));
      int end = begin + word.length();
      words.add(new Word(surface, segment, begin, end, first, pieces.size(), punctuation));
      begin = end + 1;
    }
  }
}
