/**
 * Formulas of numerical mathematics and statistics that know nothing of attention: each class is
 * one formula with its source. Imports nothing of Sextant.
 */
package io.sextant.math;
