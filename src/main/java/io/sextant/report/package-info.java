/**
 * What people look at: heat maps and the HTML report, made from the tables without a SparkSession.
 * May import {@code table} and {@code fault}.
 */
package io.sextant.report;
