package io.sextant.catalogue;

/**
 * A subset of the pairs that has scores of its own.
 *
 * @param by the property that divides the pairs: {@code length} or {@code ending}; null for the
 *     stratum of all pairs
 */
public record Stratum(String key, String title, String by) {}
