package io.sextant.math;

/**
 * The distribution p = exp(s) / sum exp(s) of scores s, which are log-probabilities up to a
 * constant. A vocabulary has tens of thousands of scores, so that the loops are such that HotSpot's
 * compiler vectorises them.
 */
public final class Softmax {
  /** e to this is 0 beside e to 0 in float64. */
  private static final double LEAST = -64;

  /** How often the exponent is halved. */
  private static final int HALVINGS = 10;

  /** The number of sums that are added to in turn, because each waits for its last addition. */
  private static final int SUMS = 4;

  private static final int BLOCK = 256;

  private final double[] scores;
  private final double greatest;
  private final double sum;
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
    double most = scores[0];
    for (double score : scores) {
      if (score > most) {
        most = score;
      }
    }
    greatest = most;
    double[] block = new double[Math.min(BLOCK, scores.length)];
    double[] sums = new double[SUMS];
    for (int from = 0; from < scores.length; from += BLOCK) {
      int count = Math.min(BLOCK, scores.length - from);
      exponentials(from, count, block);
      add(block, count, sums);
    }
    sum = total(sums);
    logSum = greatest + Math.log(sum);
  }

  /**
   * Computes exp(x) of some scores minus the greatest, with an error below 1e-15: y = exp(x / 1024)
   * - 1 is a polynomial, and exp(2 x) - 1 = y (y + 2), which keeps the error of y small.
   */
  private void exponentials(int from, int count, double[] into) {
    for (int i = 0; i < count; i++) {
      double x = Math.max(scores[from + i] - greatest, LEAST) / (1 << HALVINGS);
      double y =
          x
              * (1
                  + x
                      * (1. / 2
                          + x
                              * (1. / 6
                                  + x
                                      * (1. / 24
                                          + x * (1. / 120 + x * (1. / 720 + x * (1. / 5040)))))));
      y *= y + 2;
      y *= y + 2;
      y *= y + 2;
      y *= y + 2;
      y *= y + 2;
      y *= y + 2;
      y *= y + 2;
      y *= y + 2;
      y *= y + 2;
      y *= y + 2;
      into[i] = y + 1;
    }
  }

  private static void add(double[] values, int count, double[] sums) {
    double a = sums[0];
    double b = sums[1];
    double c = sums[2];
    double d = sums[3];
    int i = 0;
    for (; i + SUMS <= count; i += SUMS) {
      a += values[i];
      b += values[i + 1];
      c += values[i + 2];
      d += values[i + 3];
    }
    for (; i < count; i++) {
      a += values[i];
    }
    sums[0] = a;
    sums[1] = b;
    sums[2] = c;
    sums[3] = d;
  }

  private static double total(double[] sums) {
    return sums[0] + sums[1] + (sums[2] + sums[3]);
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
    double[] p = probabilities();
    double[] sums = new double[SUMS];
    double[] terms = new double[Math.min(BLOCK, p.length)];
    for (int from = 0; from < p.length; from += BLOCK) {
      int count = Math.min(BLOCK, p.length - from);
      for (int i = 0; i < count; i++) {
        terms[i] = p[from + i] * (log(from + i) - other.log(from + i));
      }
      add(terms, count, sums);
    }
    return total(sums);
  }

  private double[] probabilities() {
    if (probabilities == null) {
      probabilities = new double[scores.length];
      exponentials(0, scores.length, probabilities);
      for (int i = 0; i < probabilities.length; i++) {
        probabilities[i] /= sum;
      }
    }
    return probabilities;
  }
}
