package io.sextant.bert;

import java.io.Serializable;

/**
 * The sizes of an encoder's embedding tables.
 *
 * @param vocabularySize the rows of the word embedding table; at least the number of tokens
 * @param positions the length of the longest input in tokens, delimiters included
 * @param tokenTypes the rows of the token type embedding table; 1 if the table does not distinguish
 *     the sentences of a pair
 */
public record EmbeddingShape(int vocabularySize, int positions, int tokenTypes)
    implements Serializable {}
