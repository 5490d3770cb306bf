package io.sextant.profile.label;

import io.sextant.config.Thresholds;
import io.sextant.config.Thresholds.Cut;
import io.sextant.config.Thresholds.Cuts;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** A condition of the grades that is made laxer or stricter while the others stay. */
enum ScaledCut {
  SHARE,
  LIFT,
  AUC,
  CONSISTENCY;

  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The thresholds with this cut times a factor in all grades; what is a part stays at most 1. */
  Thresholds scale(Thresholds thresholds, double factor) {
    double consistency = thresholds.consistency();
    return new Thresholds(
        thresholds.minPairs(),
        thresholds.minQueries(),
        this == CONSISTENCY ? Math.min(1, factor * consistency) : consistency,
        thresholds.qValue(),
        cuts(thresholds.position(), factor),
        cuts(thresholds.mark(), factor),
        cuts(thresholds.content(), factor));
  }

  private Cuts cuts(Cuts of, double factor) {
    UnaryOperator<Cut> scaled =
        cut ->
            new Cut(
                this == SHARE ? Math.min(1, factor * cut.share()) : cut.share(),
                this == LIFT ? factor * cut.lift() : cut.lift(),
                this == AUC ? Math.min(1, factor * cut.auc()) : cut.auc());
    return new Cuts(
        scaled.apply(of.dominant()), scaled.apply(of.strong()), scaled.apply(of.present()));
  }
}
