package io.sextant.text;

import ai.djl.huggingface.tokenizers.jni.CharSpan;
import java.util.stream.IntStream;

/**
 * The spans of a sentence's tokens, without white space around them. Several tokens may have the
 * same span, because a byte-level tokenizer can split a character.
 */
final class TokenSpans {
  private final String text;
  private final int[] begins;
  private final int[] ends;

  /** Whether a token is white space only. */
  private final boolean[] blank;

  private TokenSpans(String text, int size) {
    this.text = text;
    this.begins = new int[size];
    this.ends = new int[size];
    this.blank = new boolean[size];
  }

  /**
   * Converts a tokenizer's spans, which count code points. A token without a span gets an empty
   * one.
   */
  static TokenSpans of(String text, CharSpan[] codePoints) {
    TokenSpans spans = new TokenSpans(text, codePoints.length);
    Utf16 utf16 = new Utf16(text);
    for (int i = 0; i < codePoints.length; i++) {
      int begin = codePoints[i] == null ? 0 : utf16.index(codePoints[i].getStart());
      int end = codePoints[i] == null ? 0 : utf16.index(codePoints[i].getEnd());
      spans.set(i, begin, end);
    }
    return spans;
  }

  private void set(int token, int from, int to) {
    int begin = from;
    int end = to;
    while (begin < end && Character.isWhitespace(text.charAt(begin))) {
      begin++;
    }
    while (end > begin && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    blank[token] = begin == end;
    begins[token] = blank[token] ? from : begin;
    ends[token] = blank[token] ? to : end;
  }

  /** Returns the index of a token's first character, in UTF-16 units. */
  int begin(int token) {
    return begins[token];
  }

  /** Returns the index after a token's last character; its begin if it has none. */
  int end(int token) {
    return ends[token];
  }

  /**
   * Returns whether a word ends between a token and the one before it, because one of them is a
   * punctuation mark and their spans do not overlap. White space belongs to the token after it.
   */
  boolean parted(int token) {
    return begins[token - 1] < ends[token - 1]
        && begins[token] >= ends[token - 1]
        && (isMark(token) || isMark(token - 1));
  }

  private boolean isMark(int token) {
    return begins[token] < ends[token]
        && Punctuation.is(text.substring(begins[token], ends[token]));
  }

  /**
   * Returns the word of the tokens from {@code first} (inclusive) to {@code last} (exclusive).
   * White space before it, which may be a token of its own, does not belong to it.
   */
  TokenizedSentence.Span word(int first, int last) {
    boolean hasText = IntStream.range(first, last).anyMatch(i -> !blank[i]);
    int begin = text.length();
    int end = 0;
    for (int i = first; i < last; i++) {
      if (begins[i] < ends[i] && !(hasText && blank[i])) {
        begin = Math.min(begin, begins[i]);
        end = Math.max(end, ends[i]);
      }
    }
    if (begin >= end) {
      return new TokenizedSentence.Span("", begins[first], begins[first]);
    }
    end = pastAccents(end, last < begins.length ? begins[last] : text.length());
    return new TokenizedSentence.Span(text.substring(begin, end), begin, end);
  }

  /**
   * Returns the end of a word with its last accents. BERT strips accents, so they may be outside
   * the span of the last token.
   */
  private int pastAccents(int stop, int next) {
    int end = stop;
    while (end < next && Character.getType(text.codePointAt(end)) == Character.NON_SPACING_MARK) {
      end += Character.charCount(text.codePointAt(end));
    }
    return end;
  }

  /** Converts counts of code points to indices of the string, fast for ascending counts. */
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
