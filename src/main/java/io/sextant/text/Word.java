package io.sextant.text;

/**
 * A unit of the tokenizer's pre-tokenizer, cut further where marks and letters meet between tokens:
 * a run of letters and digits, or punctuation.
 *
 * @param text the word as it stands in the sentence, before lower-casing
 * @param segment 0 in sentence A, 1 in sentence B
 * @param begin index of its first character (UTF-16 unit) in its sentence
 * @param end index after its last character: {@code text} is what lies between
 * @param firstToken position of its first token in the input
 * @param endToken position after its last token
 * @param punctuation whether it is punctuation: one mark to BERT, one or more to byte-level
 *     tokenizers. White space that such a tokenizer keeps as a token counts as punctuation too
 */
public record Word(
    String text,
    int segment,
    int begin,
    int end,
    int firstToken,
    int endToken,
    boolean punctuation) {}
