/**
 * The one home of what patterns, their parts, nulls, strata and units are called, how they are
 * judged, and the order in which they are shown. May import {@code fault}.
 */
package io.sextant.catalogue;
