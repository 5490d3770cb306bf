package io.sextant.catalogue;

/**
 * A column of {@code head_patterns} that patterns are judged by.
 *
 * @param kind {@code share}, from 0 to 1, which has a chance and a lift; or {@code correlation},
 *     from -1 to 1, which has none
 * @param title in a word or two, for columns of a table
 * @param label in plain words, for pictures
 * @param legend what colours of it stand for
 */
public record Score(String column, String kind, String title, String label, String legend) {
  private static final String SHARE = "share";

  /** Whether there is a share that chance would give, and so a lift. */
  public boolean hasChance() {
    return kind.equals(SHARE);
  }
}
