package io.sextant.catalogue;

/**
 * A null model.
 *
 * @param key its name in tables
 * @param column of {@code head_patterns} that has the lifts over it
 * @param title in plain words: what it takes attention to be
 */
public record Null(String key, String column, String title) {}
