package io.sextant.table.row;

import io.sextant.math.Interval;

/**
 * A row of {@code label_effects}: what the ablation of all heads with a label does to one outcome.
 * The columns are described in {@code schema/label_effects.json}.
 */
public record LabelEffect(
    String runId,
    String pattern,
    String part,
    String outcome,
    int nHeads,
    long nClusters,
    long nPairs,
    Interval effect,
    int randomSets,
    double randomMean,
    double randomSd,
    int rank,
    Interval difference) {}
