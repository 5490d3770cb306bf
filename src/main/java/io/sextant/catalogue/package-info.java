/**
 * The names of patterns, their parts, nulls, strata and units, how patterns are judged, and the
 * display order. All readers take these from here. It may import {@code fault}.
 */
package io.sextant.catalogue;
