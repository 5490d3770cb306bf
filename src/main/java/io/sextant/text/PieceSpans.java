package io.sextant.text;

import ai.djl.huggingface.tokenizers.jni.CharSpan;

/**
 * Where pieces stand in their sentence, white space around them left out. Several pieces may stand
 * in one place: a byte-level tokenizer cuts characters.
 */
final class PieceSpans {
  private final String text;
  private final int[] begins;
  private final int[] ends;

  private PieceSpans(String text, int size) {
    this.text = text;
    this.begins = new int[size];
    this.ends = new int[size];
  }

  /** From a tokenizer's spans, which count code points; a piece without one stands nowhere. */
  static PieceSpans of(String text, CharSpan[] codePoints) {
    PieceSpans spans = new PieceSpans(text, codePoints.length);
    Utf16 utf16 = new Utf16(text);
    for (int i = 0; i < codePoints.length; i++) {
      int begin = codePoints[i] == null ? 0 : utf16.index(codePoints[i].getStart());
      int end = codePoints[i] == null ? 0 : utf16.index(codePoints[i].getEnd());
      spans.set(i, begin, end);
    }
    return spans;
  }

  private void set(int piece, int from, int to) {
    int begin = from;
    int end = to;
    while (begin < end && Character.isWhitespace(text.charAt(begin))) {
      begin++;
    }
    while (end > begin && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    boolean blank = begin == end;
    begins[piece] = blank ? from : begin;
    ends[piece] = blank ? to : end;
  }

  /** Index of a piece's first character, in UTF-16 units. */
  int begin(int piece) {
    return begins[piece];
  }

  /** Index after its last; its begin if it stands for none. */
  int end(int piece) {
    return ends[piece];
  }

  /**
   * Whether a word ends between the piece and the one before: one is a mark, and they part. White
   * space goes with what follows.
   */
  boolean parted(int piece) {
    return begins[piece - 1] < ends[piece - 1]
        && begins[piece] >= ends[piece - 1]
        && (isMark(piece) || isMark(piece - 1));
  }

  private boolean isMark(int piece) {
    return begins[piece] < ends[piece]
        && Punctuation.is(text.substring(begins[piece], ends[piece]));
  }

  /** The word of the pieces from one to before another. */
  TokenizedSentence.Span word(int first, int last) {
    int begin = text.length();
    int end = 0;
    for (int i = first; i < last; i++) {
      if (begins[i] < ends[i]) {
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

  /** Where a word ends whose last accents, which BERT strips, are outside its last piece's span. */
  private int pastAccents(int stop, int next) {
    int end = stop;
    while (end < next && Character.getType(text.codePointAt(end)) == Character.NON_SPACING_MARK) {
      end += Character.charCount(text.codePointAt(end));
    }
    return end;
  }

  /** Turns code point counts into indices of the string; cheap where they ascend. */
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
