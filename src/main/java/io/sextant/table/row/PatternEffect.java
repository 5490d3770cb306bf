package io.sextant.table.row;

import io.sextant.math.Interval;

/**
 * A row of {@code pattern_effects}: what the knock-out of a pattern in a head does to one outcome.
 * NaN means "not measured" and is null in the file. The columns are described in {@code
 * schema/pattern_effects.json}.
 */
public record PatternEffect(
    HeadKey key,
    String pattern,
    String part,
    String outcome,
    boolean exhibits,
    long nClusters,
    long nPairs,
    Interval knockoutEffect,
    long nControlled,
    double matchedEffect,
    Interval controlEffect,
    Interval difference,
    double qValue,
    Interval explained) {}
