package io.sextant.text;

/**
 * A word of the tokenizer's pre-tokenizer, split further between tokens of punctuation and of
 * letters. It is a run of letters and digits, or punctuation.
 *
 * @param text the word as it is in the sentence, before lower-casing
 * @param segment 0 in sentence A, 1 in sentence B
 * @param begin the index of its first UTF-16 unit in the sentence
 * @param end the index after its last UTF-16 unit
 * @param firstToken the position of its first token in the input
 * @param endToken the position after its last token
 * @param punctuation whether the word is punctuation: one mark in BERT, one or more in byte-level
 *     tokenizers. White space that such a tokenizer keeps as a token counts as punctuation too
 */
public record Word(
    String text,
    int segment,
    int begin,
    int end,
    int firstToken,
    int endToken,
    boolean punctuation) {

  /** Returns the least distance, in positions, between a token of this word and one of another. */
  public int distance(Word other) {
    return Math.max(
        0, Math.max(other.firstToken - (endToken - 1), firstToken - (other.endToken - 1)));
  }
}
