package io.sextant.config;

/**
 * How heads are compared with each other. The keys of {@code sextant.distances} in {@code
 * reference.conf}.
 *
 * @param pairs drawn by a hash; 0 for no comparison
 * @param rows content queries of each pair, drawn by a hash
 */
public record DistanceSettings(int pairs, int rows) {}
