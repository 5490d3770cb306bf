/**
 * The attention patterns. Each is a class that says which keys each query of a pair should attend
 * to; it is listed in {@link io.sextant.pattern.Patterns} and has an entry in the catalogue. This
 * package may import {@code text}, {@code linguistics}, {@code catalogue} and {@code fault}.
 */
package io.sextant.pattern;
