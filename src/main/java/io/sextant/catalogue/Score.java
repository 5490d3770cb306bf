package io.sextant.catalogue;

/**
 * A column of {@code head_patterns} that patterns are judged by.
 *
 * @param title in a word or two, for columns of a table
 * @param label in plain words, for pictures
 * @param legend what colours of it stand for
 */
public record Score(String column, String title, String label, String legend) {
  /** The one score that is no share: it goes from -1 to 1, and has no lift. */
  public static final String RANK_CORRELATION = "rank_correlation";
}
