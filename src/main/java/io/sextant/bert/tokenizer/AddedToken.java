package io.sextant.bert.tokenizer;

/**
 * A token that is found in the text before any other, as a whole.
 *
 * @param id its row of the word embeddings
 * @param singleWord whether it is found only where no letter or digit adjoins
 * @param lstrip whether white space before it belongs to it
 * @param rstrip whether white space after it belongs to it
 * @param normalized whether it is looked for in the text as normalized: lower-cased, for instance
 * @param special whether it is marked as no text, as delimiters are
 */
public record AddedToken(
    int id,
    String content,
    boolean singleWord,
    boolean lstrip,
    boolean rstrip,
    boolean normalized,
    boolean special) {}
