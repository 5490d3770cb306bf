package io.sextant.table.row;

import io.sextant.math.Interval;

/**
 * A row of {@code head_distances}: how differently two heads distribute their attention. The
 * columns are described in {@code schema/head_distances.json}.
 */
public record HeadDistance(
    String runId, int layer, int head, int otherLayer, int otherHead, Interval distance) {}
