/**
 * One pair of sentences. Its queries, targets, controls and words are prepared, its maps are read
 * once, and its sums are computed, including those of the null models. This package may import
 * {@code profile.state} and the packages that it may import.
 */
package io.sextant.profile.pair;
