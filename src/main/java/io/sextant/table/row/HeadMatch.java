package io.sextant.table.row;

/**
 * A row of {@code head_matches}: a head of run A and the head of run B that it is matched with. The
 * columns are described in {@code schema/head_matches.json}.
 */
public record HeadMatch(
    String runA,
    String runB,
    int layerA,
    int headA,
    int layerB,
    int headB,
    String method,
    Long nPairs,
    double distance,
    long nearer) {}
