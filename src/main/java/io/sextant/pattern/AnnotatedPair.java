package io.sextant.pattern;

import io.sextant.linguistics.WordRelations;
import io.sextant.text.EncodedPair;

/**
 * A pair as patterns see it.
 *
 * @param encoded the pair's tokens
 * @param relations the relations between its words
 */
public record AnnotatedPair(EncodedPair encoded, WordRelations relations) {}
