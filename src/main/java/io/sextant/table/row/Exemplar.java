package io.sextant.table.row;

import java.io.Serializable;
import java.util.List;

/**
 * A row of {@code exemplars}: a pair that shows a head's pattern well, with the head's whole map.
 * The columns are described in {@code schema/exemplars.json}.
 */
public record Exemplar(
    String runId,
    int layer,
    int head,
    String pattern,
    int rank,
    double score,
    String pairId,
    List<String> tokens,
    int[] segments,
    int[] wordOf,
    List<String> words,
    float[] attention)
    implements Serializable {}
