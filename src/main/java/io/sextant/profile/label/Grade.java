package io.sextant.profile.label;

import io.sextant.config.Thresholds;
import io.sextant.config.Thresholds.Cut;
import io.sextant.config.Thresholds.Cuts;
import io.sextant.pattern.Family;
import java.util.List;
import java.util.Locale;

/** How clearly a head exhibits a pattern, from weakest to strongest. */
public enum Grade {
  /** There are too few clusters or queries for a grade. */
  INSUFFICIENT,
  /** There are enough data, and the head does not exhibit the pattern. */
  NONE,
  PRESENT,
  STRONG,
  DOMINANT;

  /**
   * The grades of heads that exhibit a pattern, in ascending order. Each requires all lower ones.
   */
  static final List<Grade> EXHIBITED = List.of(PRESENT, STRONG, DOMINANT);

  /** Returns the grade's value in the tables. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns whether the head exhibits the pattern. */
  public boolean exhibited() {
    return compareTo(PRESENT) >= 0;
  }

  /**
   * Returns the cuts that a head must exceed to have this grade for a part of the given family.
   *
   * @throws IllegalArgumentException if this is not one of the {@link #EXHIBITED} grades
   */
  Cut cut(Thresholds thresholds, Family family) {
    Cuts cuts = cuts(thresholds, family);
    return switch (this) {
      case PRESENT -> cuts.present();
      case STRONG -> cuts.strong();
      case DOMINANT -> cuts.dominant();
      case NONE, INSUFFICIENT -> throw new IllegalArgumentException(this + " has no cut");
    };
  }

  private static Cuts cuts(Thresholds thresholds, Family family) {
    return switch (family) {
      case POSITION -> thresholds.position();
      case MARK -> thresholds.mark();
      case CONTENT -> thresholds.content();
      case DESCRIPTION -> throw new IllegalArgumentException("a description has no grade");
    };
  }
}
