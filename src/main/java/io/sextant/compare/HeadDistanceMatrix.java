package io.sextant.compare;

import io.sextant.table.HeadGrid;

/**
 * The distance of every head of one model from every head of another. Heads are counted over all
 * layers.
 *
 * @param gridA the heads of A
 * @param gridB the heads of B
 * @param method what a distance is, as the column {@code method} of {@code head_matches} names it
 * @param pairs the number of pairs over which the distances were averaged; null if they are not of
 *     pairs
 * @param distances the distances, by head of A and head of B
 * @param words a sentence about how heads were matched
 */
record HeadDistanceMatrix(
    HeadGrid gridA,
    HeadGrid gridB,
    String method,
    Long pairs,
    double[][] distances,
    String words) {}
