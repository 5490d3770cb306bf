package io.sextant.text;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.jni.CharSpan;
import java.util.ArrayList;
import java.util.List;

/**
 * One sentence in pieces, without delimiters.
 *
 * @param pieces the word pieces
 * @param ids their ids
 * @param wordOf index into {@code words} of each piece's word; ascending by at most 1
 * @param words every word as it stands in the sentence
 * @param begins index of each word's first character in the sentence
 */
record TokenizedSentence(
    String[] pieces, int[] ids, int[] wordOf, List<String> words, List<Integer> begins) {

  /** Reads a tokenizer's result, whose spans count code points of the text. */
  static TokenizedSentence of(String text, Encoding encoding) {
    String[] pieces = encoding.getTokens();
    long[] wordIds = encoding.getWordIds();
    CharSpan[] spans = encoding.getCharTokenSpans();
    int[] ids = new int[pieces.length];
    int[] wordOf = new int[pieces.length];
    List<String> words = new ArrayList<>();
    List<Integer> begins = new ArrayList<>();
    Utf16 utf16 = new Utf16(text);
    for (int first = 0, end; first < pieces.length; first = end) {
      end = first;
      while (end < pieces.length && wordIds[end] == wordIds[first]) {
        ids[end] = (int) encoding.getIds()[end];
        wordOf[end++] = words.size();
      }
      int start = utf16.index(spans[first].getStart());
      int stop = utf16.index(spans[end - 1].getEnd());
      int next = end < pieces.length ? utf16.index(spans[end].getStart()) : text.length();
      begins.add(start);
      words.add(text.substring(start, pastAccents(text, stop, next)));
    }
    return new TokenizedSentence(pieces, ids, wordOf, words, begins);
  }

  int size() {
    return ids.length;
  }

  /** Where a word ends whose last accents, which BERT strips, are outside its last piece's span. */
  private static int pastAccents(String text, int stop, int next) {
    int end = stop;
    while (end < next && Character.getType(text.codePointAt(end)) == Character.NON_SPACING_MARK) {
      end += Character.charCount(text.codePointAt(end));
    }
    return end;
  }

  /** Turns ascending code point counts into indices of the string. */
  private static final class Utf16 {
    private final String text;
    private int codePoints;
    private int index;

    Utf16(String text) {
      this.text = text;
    }

    int index(int codePoint) {
      index = text.offsetByCodePoints(index, codePoint - codePoints);
      codePoints = codePoint;
      return index;
    }
  }
}
