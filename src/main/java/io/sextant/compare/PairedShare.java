package io.sextant.compare;

import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.stat.descriptive.MultivariateSummaryStatistics;

/**
 * The share of one head for one part in two runs, over the pairs that both runs scored. Each share
 * is a ratio of sums, R = Sum m / Sum c, in which m is the attention to targets and c the total
 * that the share is a fraction of. The variance of the difference follows by the delta method from
 * the joint moments of the four numbers of each pair, so that variation that both runs have in
 * common cancels.
 */
final class PairedShare {
  private static final int MASS_A = 0;
  private static final int WHOLE_A = 1;
  private static final int MASS_B = 2;
  private static final int WHOLE_B = 3;

  private final MultivariateSummaryStatistics moments = new MultivariateSummaryStatistics(4, true);

  void add(double massA, double wholeA, double massB, double wholeB) {
    moments.addValue(new double[] {massA, wholeA, massB, wholeB});
  }

  long pairs() {
    return moments.getN();
  }

  double shareA() {
    double[] mean = moments.getMean();
    return mean[MASS_A] / mean[WHOLE_A];
  }

  double shareB() {
    double[] mean = moments.getMean();
    return mean[MASS_B] / mean[WHOLE_B];
  }

  /** Returns the share in B minus the share in A. */
  Estimate difference() {
    double[] mean = moments.getMean();
    RealVector gradient =
        new ArrayRealVector(
            new double[] {
              -1 / mean[WHOLE_A],
              shareA() / mean[WHOLE_A],
              1 / mean[WHOLE_B],
              -shareB() / mean[WHOLE_B]
            });
    double variance = gradient.dotProduct(moments.getCovariance().operate(gradient)) / pairs();
    return new Estimate(shareB() - shareA(), Math.sqrt(Math.max(0, variance)), pairs() - 1);
  }
}
