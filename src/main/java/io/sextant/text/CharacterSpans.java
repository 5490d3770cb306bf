package io.sextant.text;

/**
 * The characters that each position of an input stands for, in UTF-16 units of its sentence; the
 * arrays must not be changed.
 *
 * @param begins index of each position's first character, -1 for delimiters
 * @param ends index after its last; of a token that stands for no character, the same as its begin
 */
public record CharacterSpans(int[] begins, int[] ends) {}
