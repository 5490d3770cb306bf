package io.sextant.table.row;

/**
 * A row of {@code relation_rates}: how often words of the two sentences are related, in the
 * original pairs and in shuffled pairs. The columns are described in {@code
 * schema/relation_rates.json}.
 */
public record RelationRate(
    String runId,
    String words,
    String tier,
    long relatedWordPairs,
    long wordPairs,
    long shuffledRelatedWordPairs,
    long shuffledWordPairs) {}
