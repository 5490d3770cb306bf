/**
 * The report of a run, the comparison of two runs and the views of one pair, as pages and pictures.
 * They are made from the tables without a Spark session. It may import {@code catalogue}, {@code
 * table}, {@code view} and {@code fault}.
 */
package io.sextant.report;
