package io.sextant.table.row;

/**
 * A row of {@code head_profile}: what one head does, all patterns aside. NaN stands for "not
 * measured" and is null in the file. The columns are described in {@code schema/head_profile.json}.
 */
public record HeadProfile(
    String runId,
    int layer,
    int head,
    String unit,
    String stratum,
    long nClusters,
    long nQueries,
    double entropy,
    double entropyRatio,
    double entropyAllRows,
    double entropyRatioAllRows,
    double meanDistance,
    double confidence,
    double cls,
    double firstSep,
    double secondSep,
    double delimiter,
    double normDelimiter,
    double noopIndex,
    double mapX,
    double mapY,
    String primaryLabel,
    String clarkLabels,
    String voitaLabels) {}
