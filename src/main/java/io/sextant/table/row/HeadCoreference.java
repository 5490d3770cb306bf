package io.sextant.table.row;

/**
 * A row of {@code head_coreference}: how often a head finds the antecedent of a mention. The
 * columns are described in {@code schema/head_coreference.json}.
 */
public record HeadCoreference(
    String runId,
    int layer,
    int head,
    long n,
    double accuracy,
    double low,
    double high,
    double nearestAccuracy) {}
