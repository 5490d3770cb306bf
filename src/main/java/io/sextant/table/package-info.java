/**
 * What a run writes: one record per table, whose columns are described in {@code schema/}, and the
 * Parquet files that hold them. Needs no SparkSession. May import {@code math} and {@code fault}.
 */
package io.sextant.table;
