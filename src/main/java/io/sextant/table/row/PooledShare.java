package io.sextant.table.row;

import io.sextant.math.Interval;
import java.util.List;

/**
 * A row of {@code pooled_shares}: one head's scores for one part of one pattern in several runs of
 * a model over other corpora. The columns are described in {@code schema/pooled_shares.json}.
 */
public record PooledShare(
    List<String> runIds,
    int layer,
    int head,
    String pattern,
    String part,
    String unit,
    String stratum,
    int nRuns,
    Interval pooled,
    double pooledSe,
    double tau2,
    double i2,
    double predictionLow,
    double predictionHigh,
    double least,
    double greatest,
    Long exhibitedBy,
    String grade,
    String holds) {}
