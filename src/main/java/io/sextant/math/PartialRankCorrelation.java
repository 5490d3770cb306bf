package io.sextant.math;

import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.apache.commons.math3.stat.ranking.NaNStrategy;
import org.apache.commons.math3.stat.ranking.NaturalRanking;
import org.apache.commons.math3.stat.ranking.TiesStrategy;

/**
 * Spearman's partial rank correlation of x and y given z: (r_xy - r_xz r_yz) / sqrt((1 - r_xz^2) (1
 * - r_yz^2)), in which r are the correlations of the ranks. Ties have their mean rank. If z is
 * constant, this is the rank correlation of x and y.
 */
public final class PartialRankCorrelation {
  /** The fraction of the variance up to which the rest is considered rounding error. */
  private static final double ROUNDING = 1e-9;

  private final NaturalRanking ranking =
      new NaturalRanking(NaNStrategy.FAILED, TiesStrategy.AVERAGE);
  private final PearsonsCorrelation pearson = new PearsonsCorrelation();
  private final double[] y;
  private final double[] z;
  private final double yz;

  /** Creates a correlation with the given values of y and z, one per observation; at least two. */
  public PartialRankCorrelation(double[] y, double[] z) {
    this.y = ranking.rank(y);
    this.z = ranking.rank(z);
    this.yz = correlation(this.y, this.z);
  }

  /** Returns whether y varies beyond what z explains. If not, the correlation is undefined. */
  public boolean isDefined() {
    return !Double.isNaN(pearson.correlation(y, y)) && left(yz) > ROUNDING;
  }

  /** Returns the correlation, from -1 to 1; 0 if x does not vary beyond what z explains. */
  public double with(double[] x) {
    double[] ranks = ranking.rank(x);
    double xz = correlation(ranks, z);
    if (left(xz) <= ROUNDING) {
      return 0;
    }
    double r = (correlation(ranks, y) - xz * yz) / Math.sqrt(left(xz) * left(yz));
    return Math.max(-1, Math.min(1, r));
  }

  /** Returns the correlation of two arrays; 0 if either is constant. */
  private double correlation(double[] a, double[] b) {
    double r = pearson.correlation(a, b);
    return Double.isNaN(r) ? 0 : r;
  }

  private static double left(double r) {
    return 1 - r * r;
  }
}
