package io.sextant.bert.tokenizer;

/**
 * A token that the tokenizer matches as a whole before it splits the rest of the text.
 *
 * @param id the token's id, which is its row of the word embeddings
 * @param content the text that is matched
 * @param singleWord whether it matches only where no letter or digit adjoins
 * @param lstrip whether the match includes white space before it
 * @param rstrip whether the match includes white space after it
 * @param normalized whether it is matched in normalized text, such as lower-cased text
 * @param special whether it is marked as a special token, as delimiters are
 */
public record AddedToken(
    int id,
    String content,
    boolean singleWord,
    boolean lstrip,
    boolean rstrip,
    boolean normalized,
    boolean special) {}
