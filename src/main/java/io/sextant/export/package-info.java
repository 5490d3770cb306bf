/**
 * Puts the tables of runs where other tools read them: DuckDB, CSV, PostgreSQL. Several runs lie in
 * one place, told apart by {@code run_id}. Needs no SparkSession. May import {@code table} and
 * {@code fault}.
 */
package io.sextant.export;
