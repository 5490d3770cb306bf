/**
 * Compares two runs: heads one by one, with differences, intervals and labels that were gained or
 * lost; or, for models that do not have the same heads, by matching them. It does not need a
 * SparkSession. This package may import {@code table}, {@code math} and {@code fault}.
 */
package io.sextant.compare;
