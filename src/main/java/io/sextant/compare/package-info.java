/**
 * Compares two runs head by head: differences with intervals, and labels that were gained or lost.
 * It does not need a SparkSession. This package may import {@code table} and {@code fault}.
 */
package io.sextant.compare;
