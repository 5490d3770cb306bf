package io.sextant.profile.label;

import io.sextant.config.Thresholds;
import io.sextant.config.Thresholds.Cut;
import io.sextant.config.Thresholds.Cuts;
import io.sextant.pattern.Family;
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

  /** As it stands in the table. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether the head exhibits the pattern at all. */
  public boolean exhibited() {
    return compareTo(PRESENT) >= 0;
  }

  /** The grade that the evidence supports; all conditions of {@link Thresholds} must hold. */
  static Grade of(Thresholds thresholds, GradeInputs of) {
    if (of.clusters() < thresholds.minPairs() || of.queries() < thresholds.minQueries()) {
      return INSUFFICIENT;
    }
    if (!(of.consistency() >= thresholds.consistency()) || !(of.qValue() < thresholds.qValue())) {
      return NONE;
    }
    Cuts cuts = cuts(thresholds, of.family());
    if (reaches(cuts.dominant(), of)) {
      return DOMINANT;
    } else if (reaches(cuts.strong(), of)) {
      return STRONG;
    }
    return reaches(cuts.present(), of) ? PRESENT : NONE;
  }

  private static boolean reaches(Cut cut, GradeInputs of) {
    return of.shareLow() >= cut.share()
        && of.liftLow() >= cut.lift()
        && (cut.auc() == 0 || of.auc() >= cut.auc());
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
