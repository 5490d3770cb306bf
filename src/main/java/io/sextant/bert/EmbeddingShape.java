package io.sextant.bert;

/**
 * The sizes of an encoder's embedding tables.
 *
 * @param vocabularySize rows of the word embedding table; at least as many as there are tokens
 * @param positions the longest input in tokens, delimiters included
 * @param tokenTypes rows of the token type embedding table; 1 where the model cannot tell the
 *     sentences of a pair by it
 */
public record EmbeddingShape(int vocabularySize, int positions, int tokenTypes) {}
