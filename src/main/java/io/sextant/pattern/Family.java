package io.sextant.pattern;

import io.sextant.fault.BadInputException;
import java.util.Locale;

/**
 * What kind of claim a pattern makes; it decides the cuts of its grade, and by the catalogue the
 * score and the nulls.
 */
public enum Family {
  /** Targets fixed by position. */
  POSITION,
  /** Targets are marks. */
  MARK,
  /** Targets chosen by content. */
  CONTENT,
  /** Describes a head, is never a label. */
  DESCRIPTION;

  /**
   * The family of that key in the catalogue.
   *
   * @throws BadInputException if no pattern can be of it
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
