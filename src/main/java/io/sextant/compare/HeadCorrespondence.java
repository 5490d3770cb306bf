package io.sextant.compare;

import io.sextant.fault.UsageException;
import io.sextant.table.RunManifest;
import io.sextant.table.WeightSample;
import java.util.Locale;

/**
 * Whether two models have the same heads: they have one shape, and one descends from the other, or
 * both from a third, so that head h of layer l in one is head h of layer l in the other. The second
 * is told by the cosine of the angle between samples of their query weights.
 *
 * @param same whether their heads are the same, as far as is known
 * @param sameShape whether they have as many layers and heads
 * @param cosine the cosine; NaN if the shapes differ or a run records no sample
 * @param warning why their heads should not be compared one by one; null if they are the same
 */
public record HeadCorrespondence(boolean same, boolean sameShape, double cosine, String warning) {
  /**
   * The cosine from which heads correspond: that of a change 1.7 times as large as the weights. For
   * 256 weights it is eight standard errors above that of models that were trained apart.
   */
  private static final double LEAST_COSINE = .5;

  /**
   * Compares two models.
   *
   * @param given whether the heads of models of one shape count as the same whatever their weights
   *     say
   * @throws UsageException if they count as the same although the shapes differ
   */
  static HeadCorrespondence of(RunManifest a, RunManifest b, boolean given) {
    if (!a.model().grid().equals(b.model().grid())) {
      if (given) {
        throw new UsageException(
            "--same-heads: the models have other shapes (" + shapes(a, b) + "); omit the option");
      }
      return new HeadCorrespondence(
          false,
          false,
          Double.NaN,
          "The models have other shapes: "
              + shapes(a, b)
              + ". Their heads cannot be compared one by one; layers by their relative depth,"
              + " sorted shares and best matches can.");
    }
    WeightSample ofA = a.sampledWeights();
    WeightSample ofB = b.sampledWeights();
    if (ofA == null || ofB == null || ofA.values().length != ofB.values().length) {
      return new HeadCorrespondence(true, true, Double.NaN, null);
    }
    double cosine = ofA.cosine(ofB);
    boolean same = given || cosine >= LEAST_COSINE;
    return new HeadCorrespondence(same, true, cosine, same ? null : trainedApart(cosine));
  }

  private static String shapes(RunManifest a, RunManifest b) {
    return String.format(
        Locale.ROOT,
        "A has %d layers of %d heads, B %d of %d",
        a.model().layers(),
        a.model().heads(),
        b.model().layers(),
        b.model().heads());
  }

  private static String trainedApart(double cosine) {
    return String.format(
        Locale.ROOT,
        "The models were trained apart: the cosine of samples of their query weights is %.2f. A"
            + " head of A and the head of B at the same place are then different heads, so"
            + " differences head by head mean little; compare layers, sorted shares and best"
            + " matches instead (--same-heads overrules).",
        cosine);
  }
}
