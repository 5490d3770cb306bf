package io.sextant.text;

/**
 * Where the sentences of a pair lie among the tokens of its input.
 *
 * @param firstSep position of the delimiter after sentence A
 * @param secondStart position of the first token of sentence B; the input's size where there is
 *     none
 * @param truncated number of tokens cut off to fit the model
 */
public record SentenceBounds(int firstSep, int secondStart, int truncated) {

  /** Bounds of an input with one separator between the sentences, as BERT's is. */
  public SentenceBounds(int firstSep, int truncated) {
    this(firstSep, firstSep + 1, truncated);
  }
}
