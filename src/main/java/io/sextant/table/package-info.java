/**
 * The output of a run: a record for each table, whose columns are described in {@code schema/}, the
 * Parquet files that hold them, and the run's directory. It needs no Spark session. It may import
 * {@code math} and {@code fault}.
 */
package io.sextant.table;
