package io.sextant.catalogue;

/**
 * A column of {@code head_patterns} by which patterns are judged.
 *
 * @param kind {@code share}, from 0 to 1, which has a null and a lift; or {@code correlation}, from
 *     -1 to 1, which has none
 * @param title one or two words for the header of a table
 * @param label plain words for pictures
 * @param legend the meaning of the colours
 */
public record Score(String column, String kind, String title, String label, String legend) {
  private static final String SHARE = "share";

  /** Returns whether the score has a share under a null, and so a lift. */
  public boolean hasChance() {
    return kind.equals(SHARE);
  }
}
