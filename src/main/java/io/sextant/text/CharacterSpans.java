package io.sextant.text;

/**
 * The spans of characters in the sentences to which the positions of an input correspond, in UTF-16
 * units. The arrays must not be changed.
 *
 * @param begins the index of each position's first character; -1 for delimiters
 * @param ends the index after each position's last character; equal to the begin for a token
 *     without characters, and -1 for delimiters
 */
public record CharacterSpans(int[] begins, int[] ends) {}
