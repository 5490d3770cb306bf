package io.sextant.profile;

import io.sextant.config.Thresholds;
import io.sextant.config.Thresholds.Cut;
import io.sextant.config.Thresholds.Cuts;
import io.sextant.pattern.Family;
import java.util.Locale;

/** How clearly a head exhibits a pattern; from weakest to strongest. */
enum Grade {
  /** Too few units or queries to say. */
  INSUFFICIENT,
  /** Enough data, and not exhibited. */
  NONE,
  PRESENT,
  STRONG,
  DOMINANT;

  /** As it stands in the table. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether the head exhibits the pattern at all. */
  boolean exhibited() {
    return compareTo(PRESENT) >= 0;
  }

  /**
   * The grade that the evidence supports; all conditions of {@link Thresholds} must hold.
   *
   * @param shareLow lower 95 % bound of the share that the family is judged by
   * @param liftLow lower 95 % bound of the lift over the strictest null
   * @param auc part of the comparisons with matched controls that are won; not a number where the
   *     family has none
   */
  static Grade of(
      Thresholds thresholds,
      Family family,
      long units,
      long queries,
      double shareLow,
      double liftLow,
      double auc,
      double consistency,
      double qValue) {
    if (units < thresholds.minPairs() || queries < thresholds.minQueries()) {
      return INSUFFICIENT;
    }
    if (!(consistency >= thresholds.consistency()) || !(qValue < thresholds.qValue())) {
      return NONE;
    }
    Cuts cuts = cuts(thresholds, family);
    if (reaches(cuts.dominant(), shareLow, liftLow, auc)) {
      return DOMINANT;
    } else if (reaches(cuts.strong(), shareLow, liftLow, auc)) {
      return STRONG;
    }
    return reaches(cuts.present(), shareLow, liftLow, auc) ? PRESENT : NONE;
  }

  private static boolean reaches(Cut cut, double shareLow, double liftLow, double auc) {
    return shareLow >= cut.share() && liftLow >= cut.lift() && (cut.auc() == 0 || auc >= cut.auc());
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
