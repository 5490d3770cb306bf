package io.sextant.text;

/** Text without unpaired surrogates, which have no UTF-8 form and so cannot reach the tokenizer. */
final class WellFormed {

  private static final int REPLACEMENT = 0xFFFD;

  private WellFormed() {}

  /**
   * The text with each unpaired surrogate replaced by U+FFFD, which BERT drops. The number of code
   * points and of UTF-16 units stays the same.
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
