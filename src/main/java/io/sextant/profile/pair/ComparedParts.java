package io.sextant.profile.pair;

/**
 * For each part of a pair, the targets and queries that are compared with controls.
 *
 * @param matched for each part, the number of its targets that have a control
 * @param unmatched for each part, the number of its targets that have no control
 * @param queryCounts for each part, the number of its queries that have a target with a control
 * @param queries the positions, partitioned by the parts in which they are such queries
 * @param positions the positions that are such queries in any part, ascending
 */
record ComparedParts(
    int[] matched, int[] unmatched, int[] queryCounts, CellPartition queries, int[] positions) {}
