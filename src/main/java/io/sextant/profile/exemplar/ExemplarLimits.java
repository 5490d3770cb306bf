package io.sextant.profile.exemplar;

import java.io.Serializable;

/**
 * Which pairs may become exemplars, and how many are kept.
 *
 * @param perHead pairs kept per head and pattern; 0 for none
 * @param maxTokens longer pairs are passed over: their maps are too large to look at
 * @param minQueries pairs with fewer eligible queries are passed over: their score says little
 */
public record ExemplarLimits(int perHead, int maxTokens, int minQueries) implements Serializable {}
