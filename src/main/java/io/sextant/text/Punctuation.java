package io.sextant.text;

/** Punctuation as BERT's basic tokenizer understands it. */
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
   * Whether a character is in one of Unicode's P categories, or is ASCII and neither a letter, a
   * digit, blank nor a control character: {@code $}, {@code +} and {@code ^} count too.
   */
  static boolean is(int codePoint) {
    if (codePoint < 128) {
      return codePoint > ' ' && codePoint < 127 && !Character.isLetterOrDigit(codePoint);
    }
    return (UNICODE_P >> Character.getType(codePoint) & 1) != 0;
  }
}
