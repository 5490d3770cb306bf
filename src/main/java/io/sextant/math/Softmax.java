package io.sextant.math;

/**
 * The distribution p = exp(s) / sum exp(s) of scores s, which are log-probabilities up to a
 * constant.
 */
public final class Softmax {
  private final double[] scores;
  private final double logSum;

  /** The probabilities; null until they are needed. */
  private double[] probabilities;

  /**
   * Creates the distribution.
   *
   * @param scores finite numbers, at least one; the array must not be changed afterwards
   */
  public Softmax(double[] scores) {
    this.scores = scores;
    double greatest = scores[0];
    for (double score : scores) {
      greatest = Math.max(greatest, score);
    }
    double sum = 0;
    for (double score : scores) {
      sum += Math.exp(score - greatest);
    }
    logSum = greatest + Math.log(sum);
  }

  /** Returns ln p of an outcome. */
  public double log(int outcome) {
    return scores[outcome] - logSum;
  }

  /**
   * Returns the divergence KL(p || q) = sum p ln(p / q) in nats of this distribution p from another
   * one q (Kullback and Leibler 1951). It is exactly 0 if the scores are the same; rounding may
   * make it less than 0 by some 1e-15.
   */
  public double divergence(Softmax other) {
    if (probabilities == null) {
      probabilities = new double[scores.length];
      for (int i = 0; i < scores.length; i++) {
        probabilities[i] = Math.exp(log(i));
      }
    }
    double sum = 0;
    for (int i = 0; i < scores.length; i++) {
      sum += probabilities[i] * (log(i) - other.log(i));
    }
    return sum;
  }
}
