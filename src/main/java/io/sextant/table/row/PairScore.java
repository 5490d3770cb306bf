package io.sextant.table.row;

/**
 * A row of {@code pair_scores}: one head's score for one label part in one pair. NaN means "not
 * measured" and is null in the file. The columns are described in {@code schema/pair_scores.json}.
 */
public record PairScore(
    String runId,
    String pairId,
    HeadPart of,
    int nQueries,
    double share,
    double shareContent,
    double coverage,
    TaskPrediction prediction) {}
