package io.sextant.config;

/**
 * Which words predict each other by co-occurrence. The keys of {@code sextant.cooccurrence} in
 * {@code reference.conf}.
 *
 * @param minCount least number of pairs that hold both words
 * @param minLlr least log-likelihood ratio
 * @param maxWords content words that are counted, the most frequent ones
 * @param maxPairs word pairs that are kept, those of greatest log-likelihood ratio
 */
public record CooccurrenceSettings(
    boolean enabled, int minCount, double minLlr, int maxWords, int maxPairs) {}
