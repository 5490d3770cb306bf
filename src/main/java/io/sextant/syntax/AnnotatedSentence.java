package io.sextant.syntax;

import java.util.List;

/**
 * A sentence with its annotation.
 *
 * @param text the sentence as the model reads it
 * @param tokens the syntactic words in order
 */
public record AnnotatedSentence(String text, List<Token> tokens) {}
