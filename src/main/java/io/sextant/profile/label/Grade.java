package io.sextant.profile.label;

import io.sextant.config.Thresholds;
import io.sextant.config.Thresholds.Cut;
import io.sextant.config.Thresholds.Cuts;
import io.sextant.pattern.Family;
import java.util.List;
import java.util.Locale;

/** How clearly a head exhibits a pattern; from weakest to strongest. */
public enum Grade {
  /** Too few clusters or queries to say. */
  INSUFFICIENT,
  /** Enough data, and not exhibited. */
  NONE,
  PRESENT,
  STRONG,
  DOMINANT;

  /** The grades of heads that exhibit a pattern, ascending; each needs those before it. */
  static final List<Grade> EXHIBITED = List.of(PRESENT, STRONG, DOMINANT);

  /** As it stands in the table. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether the head exhibits the pattern at all. */
  public boolean exhibited() {
    return compareTo(PRESENT) >= 0;
  }

  /**
   * What a head of a part of the family must be over to have this grade.
   *
   * @throws IllegalArgumentException if it is no grade that is exhibited
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
