/**
 * The attention patterns: for each, which keys each query of a pair should attend to. One class a
 * pattern. May import {@code text} and {@code linguistics}.
 */
package io.sextant.pattern;
