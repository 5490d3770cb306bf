package io.sextant.profile.exemplar;

import java.io.Serializable;

/**
 * Limits on which pairs may become exemplars, and on how many are kept.
 *
 * @param perHead the number of pairs kept per head and pattern; 0 for none
 * @param maxTokens the greatest number of tokens; the maps of longer pairs are too large to inspect
 * @param minQueries the smallest number of eligible queries; with fewer, a pair's score is
 *     unreliable
 */
public record ExemplarLimits(int perHead, int maxTokens, int minQueries) implements Serializable {}
