package io.sextant.table.row;

/**
 * A row of {@code rejects}: an input row that was not profiled. The columns are described in {@code
 * schema/rejects.json}.
 */
public record Reject(
    String runId, String reason, String detail, String file, String pairId, String excerpt) {}
