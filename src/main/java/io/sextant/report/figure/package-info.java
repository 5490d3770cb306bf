/**
 * The pictures: each class draws one figure from the rows of a table. May import {@code
 * report.draw} and what it may.
 */
package io.sextant.report.figure;
