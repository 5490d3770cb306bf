package io.sextant.table.row;

/**
 * A row of {@code head_relations}: how often a head finds one syntactic relation. The columns are
 * described in {@code schema/head_relations.json}.
 */
public record HeadRelation(
    String runId,
    int layer,
    int head,
    String relation,
    String direction,
    long n,
    double accuracy,
    double low,
    double high,
    int baselineOffset,
    double baselineAccuracy) {}
