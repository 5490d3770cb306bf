/**
 * Drawing: a pen for SVG, PNG and PDF, the typeface, scales of colours, legends, and the format of
 * numbers. It does not depend on any table. It may import {@code table}, {@code catalogue} and
 * {@code fault}.
 */
package io.sextant.report.draw;
