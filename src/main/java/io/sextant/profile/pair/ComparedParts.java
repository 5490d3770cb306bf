package io.sextant.profile.pair;

/**
 * What the parts of a pair compare with controls.
 *
 * @param matched by part: its targets that have a control
 * @param unmatched by part: its targets that have none
 * @param queryCounts by part: its queries that have a target with a control
 * @param queries positions by the parts in which they are such queries
 * @param positions those that are in any part
 */
record ComparedParts(
    int[] matched, int[] unmatched, int[] queryCounts, CellPartition queries, int[] positions) {}
