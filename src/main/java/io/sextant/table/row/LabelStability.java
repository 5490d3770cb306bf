package io.sextant.table.row;

/**
 * A row of {@code label_stability}: a head's grade for one label part, over all pairs and in each
 * half of them. NaN means "not measured" and is null in the file. The columns are described in
 * {@code schema/label_stability.json}.
 */
public record LabelStability(
    String runId,
    int layer,
    int head,
    String pattern,
    String part,
    double shareFirst,
    double shareSecond,
    String grade,
    String gradeFirst,
    String gradeSecond) {}
