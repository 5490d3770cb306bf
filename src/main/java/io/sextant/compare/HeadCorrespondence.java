package io.sextant.compare;

import io.sextant.table.RunManifest;
import io.sextant.table.WeightSample;
import java.util.Locale;

/**
 * Whether two models of one shape have the same heads: one descends from the other, or both from a
 * third, so that head h of layer l in one is head h of layer l in the other. It is told by the
 * cosine of the angle between samples of their query weights.
 *
 * @param same whether their heads are the same, as far as is known
 * @param cosine the cosine; NaN if a run records no sample
 */
public record HeadCorrespondence(boolean same, double cosine) {
  /**
   * The cosine from which heads correspond: that of a change 1.7 times as large as the weights. For
   * 256 weights it is eight standard errors above that of models that were trained apart.
   */
  private static final double LEAST_COSINE = .5;

  static HeadCorrespondence of(RunManifest a, RunManifest b) {
    WeightSample ofA = a.sampledWeights();
    WeightSample ofB = b.sampledWeights();
    if (ofA == null || ofB == null || ofA.values().length != ofB.values().length) {
      return new HeadCorrespondence(true, Double.NaN);
    }
    double cosine = ofA.cosine(ofB);
    return new HeadCorrespondence(cosine >= LEAST_COSINE, cosine);
  }

  /** Returns a warning for models whose heads are not the same; null for others. */
  public String warning() {
    return same
        ? null
        : String.format(
            Locale.ROOT,
            "The models were trained apart: the cosine of samples of their query weights is %.2f."
                + " A head of A and the head of B at the same place are then different heads, so"
                + " differences head by head mean little; compare layers, sorted shares and best"
                + " matches instead (--same-heads overrules).",
            cosine);
  }
}
