package io.sextant.text;

/**
 * A unit of BERT's basic tokenizer: a run of letters and digits, or one punctuation mark.
 *
 * @param text the word as it stands in the sentence, before lower-casing
 * @param segment 0 in sentence A, 1 in sentence B
 * @param begin index of its first character (UTF-16 unit) in its sentence
 * @param end index after its last character
 * @param firstPiece position of its first piece in the input
 * @param endPiece position after its last piece
 * @param punctuation whether it is a punctuation mark
 */
public record Word(
    String text,
    int segment,
    int begin,
    int end,
    int firstPiece,
    int endPiece,
    boolean punctuation) {}
