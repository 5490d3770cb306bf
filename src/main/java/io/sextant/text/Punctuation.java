package io.sextant.text;

/** Punctuation as BERT's basic tokenizer defines it. */
final class Punctuation {

  private static final int UNICODE_P =
      1 << Character.CONNECTOR_PUNCTUATION
          | 1 << Character.DASH_PUNCTUATION
          | 1 << Character.START_PUNCTUATION
          | 1 << Character.END_PUNCTUATION
          | 1 << Character.INITIAL_QUOTE_PUNCTUATION
          | 1 << Character.FINAL_QUOTE_PUNCTUATION
          | 1 << Character.OTHER_PUNCTUATION;

  private Punctuation() {}

  /**
   * Returns whether a text consists of punctuation marks; accents after the first mark are ignored.
   * Marks that are newer than the tokenizer's Unicode tables may be inside a longer word, which is
   * then not punctuation.
   */
  static boolean is(String text) {
    return isMark(text.codePointAt(0))
        && text.codePoints()
            .skip(1)
            .allMatch(c -> isMark(c) || Character.getType(c) == Character.NON_SPACING_MARK);
  }

  /**
   * Returns whether a character is in one of Unicode's P categories, or is an ASCII character other
   * than a letter, a digit, a blank or a control character. So {@code $}, {@code +} and {@code ^}
   * count too.
   */
  private static boolean isMark(int codePoint) {
    if (codePoint < 128) {
      return codePoint > ' ' && codePoint < 127 && !Character.isLetterOrDigit(codePoint);
    }
    return (UNICODE_P >> Character.getType(codePoint) & 1) != 0;
  }
}
