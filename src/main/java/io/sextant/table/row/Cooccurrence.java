package io.sextant.table.row;

/**
 * A row of {@code cooccurrence}: two words that predict each other. The columns are described in
 * {@code schema/cooccurrence.json}.
 */
public record Cooccurrence(
    String runId, String word, String other, long jointCount, double npmi, double llr) {}
