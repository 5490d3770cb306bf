/**
 * Two runs held against each other, head by head: differences with intervals, labels gained and
 * lost. Needs no SparkSession. May import {@code table} and {@code fault}.
 */
package io.sextant.compare;
