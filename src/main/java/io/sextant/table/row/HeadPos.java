package io.sextant.table.row;

/**
 * A row of {@code head_pos}: how much of a head goes to one part of speech. The columns are
 * described in {@code schema/head_pos.json}.
 */
public record HeadPos(
    String runId,
    int layer,
    int head,
    String tag,
    long n,
    double frequency,
    double share,
    double shareContent,
    double low,
    double high,
    double lift) {}
