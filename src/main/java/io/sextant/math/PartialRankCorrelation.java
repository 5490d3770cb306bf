package io.sextant.math;

import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.apache.commons.math3.stat.ranking.NaNStrategy;
import org.apache.commons.math3.stat.ranking.NaturalRanking;
import org.apache.commons.math3.stat.ranking.TiesStrategy;

/**
 * Spearman's rank correlation of x and y with z taken out: with r the correlations of the ranks, (
 * r_xy - r_xz r_yz) / sqrt((1 - r_xz^2) (1 - r_yz^2)). Ties get their mean rank; a constant z takes
 * nothing out.
 */
public final class PartialRankCorrelation {
  /** Less of the variance left than this is rounding. */
  private static final double ROUNDING = 1e-9;

  private final NaturalRanking ranking =
      new NaturalRanking(NaNStrategy.FAILED, TiesStrategy.AVERAGE);
  private final PearsonsCorrelation pearson = new PearsonsCorrelation();
  private final double[] y;
  private final double[] z;
  private final double yz;

  /** Values by observation; at least two. */
  public PartialRankCorrelation(double[] y, double[] z) {
    this.y = ranking.rank(y);
    this.z = ranking.rank(z);
    this.yz = correlation(this.y, this.z);
  }

  /** Whether y varies beyond what z explains: otherwise nothing correlates with it. */
  public boolean isDefined() {
    return !Double.isNaN(pearson.correlation(y, y)) && left(yz) > ROUNDING;
  }

  /** The correlation, -1 to 1; 0 where x does not vary beyond what z explains. */
  public double with(double[] x) {
    double[] ranks = ranking.rank(x);
    double xz = correlation(ranks, z);
    if (left(xz) <= ROUNDING) {
      return 0;
    }
    double r = (correlation(ranks, y) - xz * yz) / Math.sqrt(left(xz) * left(yz));
    return Math.max(-1, Math.min(1, r));
  }

  /** 0 where one of the two is constant. */
  private double correlation(double[] a, double[] b) {
    double r = pearson.correlation(a, b);
    return Double.isNaN(r) ? 0 : r;
  }

  private static double left(double r) {
    return 1 - r * r;
  }
}
