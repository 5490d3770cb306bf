/**
 * Pools runs of one model over several corpora: a random-effects meta-analysis of every head and
 * part, and which labels hold in a new corpus. It does not need a SparkSession. This package may
 * import {@code math}, {@code table} and {@code fault}.
 */
package io.sextant.pool;
