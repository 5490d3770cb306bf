package io.sextant.text;

/** Replaces unpaired surrogates, which have no UTF-8 form that a tokenizer could read. */
final class WellFormed {

  private static final int REPLACEMENT = 0xFFFD;

  private WellFormed() {}

  /**
   * Returns the text with each unpaired surrogate replaced by U+FFFD, which BERT removes. The
   * numbers of code points and of UTF-16 units do not change.
   */
  static String of(String text) {
    if (text.chars().noneMatch(unit -> Character.isSurrogate((char) unit))) {
      return text;
    }
    return text.codePoints()
        .map(c -> Character.getType(c) == Character.SURROGATE ? REPLACEMENT : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
