package io.sextant.table.row;

/**
 * A row of {@code label_sensitivity}: how many heads keep their label when a cut is scaled. The
 * columns are described in {@code schema/label_sensitivity.json}.
 */
public record LabelSensitivity(
    String runId,
    String pattern,
    String part,
    String cut,
    double factor,
    int nDominant,
    int nStrong,
    int nPresent,
    int nChanged) {}
