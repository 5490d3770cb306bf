package io.sextant.text;

/**
 * The bounds of a pair's sentences among the tokens of its input.
 *
 * @param firstSep the position of the first delimiter after sentence A
 * @param secondStart the position of the first token of sentence B; the input's size if there is
 *     none
 * @param truncated the number of tokens that were truncated to fit the model
 */
public record SentenceBounds(int firstSep, int secondStart, int truncated) {

  /** Creates the bounds of an input with one separator between the sentences, as in BERT. */
  public SentenceBounds(int firstSep, int truncated) {
    this(firstSep, firstSep + 1, truncated);
  }
}
