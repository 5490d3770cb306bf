package io.sextant.table;

/**
 * A row of {@code head_patterns}, the main table: one head's score for one part of one pattern. NaN
 * stands for "not measured" and is null in the file. The columns are described in {@code
 * schema/head_patterns.json}.
 */
public record HeadPattern(
    String runId,
    int layer,
    int head,
    String pattern,
    String part,
    String unit,
    String stratum,
    long nPairs,
    long nQueries,
    double share,
    double shareLow,
    double shareHigh,
    double shareMacro,
    double shareContent,
    double shareContentLow,
    double shareContentHigh,
    double coverage,
    double top1,
    double top1Null,
    double shareClark,
    double normShare,
    double nullShare,
    String nullName,
    double lift,
    double liftLow,
    double liftHigh,
    double liftB0,
    double liftB1,
    double liftB2,
    double liftSameIndex,
    double auc,
    double rankCorrelation,
    double rankCorrelationLow,
    double rankCorrelationHigh,
    double consistency,
    double qValue,
    String grade) {}
