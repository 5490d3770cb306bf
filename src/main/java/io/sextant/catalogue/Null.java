package io.sextant.catalogue;

/**
 * The description of a null model.
 *
 * @param key the null's name in tables
 * @param column the column of {@code head_patterns} with the lifts over the null
 * @param title what the null takes attention to be, in plain words
 */
public record Null(String key, String column, String title) {}
