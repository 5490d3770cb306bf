package io.sextant.table.row;

import io.sextant.math.Interval;

/**
 * A row of {@code head_differences}: one head's scores for one part of one pattern in two runs. NaN
 * means "not measured" and is null in the file. The columns are described in {@code
 * schema/head_differences.json}.
 */
public record HeadDifference(
    String runA,
    String runB,
    int layer,
    int head,
    String pattern,
    String part,
    String unit,
    String stratum,
    String method,
    long nClustersA,
    long nClustersB,
    double shareA,
    double shareB,
    Interval difference,
    double qValue,
    double margin,
    double equivalenceQValue,
    String verdict,
    double liftA,
    double liftB,
    Interval liftRatio,
    String gradeA,
    String gradeB,
    String label) {}
