package io.sextant.pattern;

import io.sextant.fault.BadInputException;
import java.util.Locale;

/**
 * The kind of claim that a pattern makes. It determines the cuts of the grades and, by the
 * catalogue, the score and the nulls.
 */
public enum Family {
  /** The targets are determined by position. */
  POSITION,
  /** The targets are marks: delimiters or punctuation. */
  MARK,
  /** The targets are determined by content. */
  CONTENT,
  /** The pattern describes a head and is never a label. */
  DESCRIPTION;

  /**
   * Returns the family with the given key in the catalogue.
   *
   * @throws BadInputException if there is none
   */
  static Family named(String key) {
    for (Family family : values()) {
      if (family.name().toLowerCase(Locale.ROOT).equals(key)) {
        return family;
      }
    }
    throw new BadInputException(
        String.format(
            Locale.ROOT,
            "no family '%s' of patterns; the families are position, mark, content, description",
            key));
  }
}
