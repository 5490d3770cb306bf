/**
 * Exports the tables of runs to DuckDB, CSV files and PostgreSQL, where other tools read them. A
 * destination may hold several runs, which {@code run_id} distinguishes. It needs no Spark session.
 * It may import {@code table} and {@code fault}.
 */
package io.sextant.export;
