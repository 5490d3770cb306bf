package io.sextant.table.row;

import io.sextant.math.Interval;

/**
 * A row of {@code head_effects}: what the ablation of a head does to one outcome. NaN means "not
 * measured" and is null in the file. The columns are described in {@code schema/head_effects.json}.
 */
public record HeadEffect(
    HeadKey key,
    String outcome,
    long nClusters,
    long nPairs,
    double intact,
    Interval effect,
    double qValue,
    double layerMean,
    int rank) {}
