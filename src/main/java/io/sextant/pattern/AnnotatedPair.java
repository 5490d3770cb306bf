package io.sextant.pattern;

import io.sextant.linguistics.WordRelations;
import io.sextant.text.EncodedPair;

/**
 * What a pattern sees of a pair.
 *
 * @param encoded the tokens
 * @param relations how its words are related
 */
public record AnnotatedPair(EncodedPair encoded, WordRelations relations) {}
