/**
 * One pair of sentences: its queries, targets, controls and words are prepared, its maps are read
 * once, and its sums are made, those of the null models included. May import {@code profile.state}
 * and what it may.
 */
package io.sextant.profile.pair;
