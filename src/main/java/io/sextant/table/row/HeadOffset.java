package io.sextant.table.row;

/**
 * A row of {@code head_offsets}: the mean attention of one head at one signed distance. The columns
 * are described in {@code schema/head_offsets.json}.
 */
public record HeadOffset(
    String runId,
    int layer,
    int head,
    String unit,
    boolean sameSentence,
    int offset,
    long nKeys,
    double share) {}
