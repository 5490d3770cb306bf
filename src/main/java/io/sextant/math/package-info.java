/**
 * Formulas of numerical mathematics and statistics that do not depend on attention. Each class is
 * one formula with its source. This package imports no other package of Sextant.
 */
package io.sextant.math;
