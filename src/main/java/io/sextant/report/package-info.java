/**
 * What people look at: heat maps and the HTML report, made from the tables without a SparkSession.
 * So are the views of one pair and of two runs. May import {@code catalogue}, {@code table}, {@code
 * view} and {@code fault}.
 */
package io.sextant.report;
