package io.sextant.profile.label;

import io.sextant.config.Thresholds;
import io.sextant.config.Thresholds.Cut;
import io.sextant.config.Thresholds.Cuts;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** A cut of the grades that is scaled while the others remain unchanged. */
enum ScaledCut {
  SHARE,
  LIFT,
  AUC,
  CONSISTENCY;

  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Returns the thresholds with this cut multiplied by a factor in all grades. Cuts of share, AUC
   * and consistency are limited to 1.
   */
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
