package io.sextant.math;

/**
 * A random-effects meta-analysis: every study measures its own true value, and the true values
 * spread around a common mean. The spread tau^2 is the moment estimate of DerSimonian and Laird
 * (1986). The interval of the mean is that of Hartung and Knapp (2001) with k - 1 degrees of
 * freedom, whose factor q = sum w (y - mean)^2 / (k - 1) is at least 1 (Röver, Knapp and Friede
 * 2015): where studies happen to agree, q would be near 0, and the interval would be narrower than
 * that of a single study. The prediction interval, which contains the true value of a new study, is
 * that of Higgins, Thompson and Spiegelhalter (2009) with k - 2 degrees of freedom.
 *
 * @param studies the number of studies k, at least 3
 * @param mean the mean of the true values, weighted by w = 1 / (v + tau^2), where v is the variance
 *     of a study
 * @param error the standard error of the mean, sqrt(q / sum w)
 * @param tauSquared the variance of the true values, 0 or more
 * @param iSquared the fraction of the variation between studies that chance within them does not
 *     explain, 0 to 1 (Higgins and Thompson 2002)
 */
public record RandomEffects(
    int studies, double mean, double error, double tauSquared, double iSquared) {
  /** The smallest number of studies from which a prediction has a degree of freedom. */
  public static final int FEWEST = 3;

  /** The standard error that a study has at least, so that its weight is finite. */
  private static final double LEAST_ERROR = 1e-9;

  /**
   * Returns the analysis of studies.
   *
   * @param values the value of each study
   * @param errors the standard error of each value
   * @throws IllegalArgumentException if there are fewer than {@value #FEWEST} studies
   */
  public static RandomEffects of(double[] values, double[] errors) {
    int k = values.length;
    if (k < FEWEST) {
      throw new IllegalArgumentException(k + " studies; at least " + FEWEST + " are needed");
    }
    double[] variances = new double[k];
    for (int i = 0; i < k; i++) {
      double error = Math.max(LEAST_ERROR, errors[i]);
      variances[i] = error * error;
    }
    Weighted fixed = Weighted.of(values, variances, 0);
    double excess = fixed.squares - (k - 1);
    double scale = fixed.weights - fixed.weightSquares / fixed.weights;
    double tauSquared = Math.max(0, excess / scale);
    Weighted random = Weighted.of(values, variances, tauSquared);
    double q = Math.max(1, random.squares / (k - 1));
    return new RandomEffects(
        k,
        random.mean,
        Math.sqrt(q / random.weights),
        tauSquared,
        excess > 0 ? excess / fixed.squares : 0);
  }

  /** Returns the mean with its 95 % confidence interval. */
  public Interval interval() {
    return around(StudentT.quantile(studies - 1.) * error);
  }

  /** Returns the mean with the 95 % prediction interval of a new study's true value. */
  public Interval prediction() {
    return around(StudentT.quantile(studies - 2.) * Math.sqrt(tauSquared + error * error));
  }

  private Interval around(double margin) {
    return new Interval(mean, mean - margin, mean + margin);
  }

  /**
   * A weighted mean.
   *
   * @param weights the sum of the weights
   * @param weightSquares the sum of their squares
   * @param squares the weighted sum of the squared distances from the mean
   */
  private record Weighted(double mean, double weights, double weightSquares, double squares) {
    static Weighted of(double[] values, double[] variances, double more) {
      double weights = 0;
      double weightSquares = 0;
      double sum = 0;
      for (int i = 0; i < values.length; i++) {
        double weight = 1 / (variances[i] + more);
        weights += weight;
        weightSquares += weight * weight;
        sum += weight * values[i];
      }
      double mean = sum / weights;
      double squares = 0;
      for (int i = 0; i < values.length; i++) {
        double distance = values[i] - mean;
        squares += distance * distance / (variances[i] + more);
      }
      return new Weighted(mean, weights, weightSquares, squares);
    }
  }
}
