package io.sextant.table.row;

import java.io.Serializable;
import java.util.List;

/**
 * A pair that is displayed with a head's map.
 *
 * @param tokens the tokens of the input, including delimiters
 * @param segments for each token, its sentence, 0 or 1; delimiters have the sentence before them
 * @param wordOf for each token, its index in {@code words}; -1 for delimiters
 * @param words the words of both sentences, in order
 */
public record ShownPair(
    String pairId, List<String> tokens, int[] segments, int[] wordOf, List<String> words)
    implements Serializable {}
