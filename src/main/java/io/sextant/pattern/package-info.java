/**
 * The attention patterns: for each, which keys each query of a pair should attend to. One class a
 * pattern, listed in {@link io.sextant.pattern.Patterns}, and an entry in the catalogue. May import
 * {@code text}, {@code linguistics}, {@code catalogue} and {@code fault}.
 */
package io.sextant.pattern;
