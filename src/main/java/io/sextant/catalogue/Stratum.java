package io.sextant.catalogue;

/**
 * A subset of the pairs that is scored apart.
 *
 * @param by what parts the pairs: nothing for all of them, {@code length}, or {@code ending}
 */
public record Stratum(String key, String title, String by) {}
