package io.sextant.table.row;

import io.sextant.math.Interval;

/**
 * A row of {@code head_profile}: a description of one head that does not depend on patterns. NaN
 * means "not measured" and is null in the file. The columns are described in {@code
 * schema/head_profile.json}.
 */
public record HeadProfile(
    String runId,
    int layer,
    int head,
    String unit,
    String stratum,
    long nClusters,
    long nQueries,
    Interval entropy,
    Interval entropyRatio,
    Interval entropyAllRows,
    Interval entropyRatioAllRows,
    Interval meanDistance,
    Interval confidence,
    Interval cls,
    Interval firstSep,
    Interval secondSep,
    Interval delimiter,
    Interval normDelimiter,
    Interval noopIndex,
    double mapX,
    double mapY,
    String primaryLabel,
    String clarkLabels,
    String voitaLabels) {}
