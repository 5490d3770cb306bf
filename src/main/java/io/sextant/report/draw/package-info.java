/**
 * Drawing: a pen that writes SVG and PNG, scales of colour, legends, and how numbers are written.
 * Knows no table. May import {@code table}, {@code catalogue} and {@code fault}.
 */
package io.sextant.report.draw;
