package io.sextant.table.row;

import java.io.Serializable;
import java.util.List;

/**
 * A pair as it is shown beside a head's map.
 *
 * @param tokens the input's tokens, delimiters included
 * @param segments 0 or 1 for each token: the sentence that it stands with
 * @param wordOf index into {@code words} for each token; -1 for delimiters
 * @param words the words of both sentences, in order
 */
public record ShownPair(
    String pairId, List<String> tokens, int[] segments, int[] wordOf, List<String> words)
    implements Serializable {}
