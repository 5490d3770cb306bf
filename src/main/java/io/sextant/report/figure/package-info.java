/**
 * The pictures: each class draws one kind of figure from the rows of a table. It may import {@code
 * report.draw} and everything that {@code report.draw} may import.
 */
package io.sextant.report.figure;
