package io.sextant.linguistics;

import java.io.Serializable;

/**
 * The association of two words in independent trials: sentence pairs of which no two belong to the
 * same cluster. Logarithms are computed by {@link StrictMath}, which gives the same bits on every
 * machine.
 *
 * @param trials the number of counted sentence pairs
 * @param word the number of these pairs that contain the one word
 * @param other the number of these pairs that contain the other word
 * @param joint the number of these pairs that contain both; at least 1
 */
public record Association(long trials, long word, long other, long joint) implements Serializable {

  /** Returns whether the words occur together more often than if they were independent. */
  public boolean isAttraction() {
    return (double) joint * trials > (double) word * other;
  }

  /**
   * Returns the log-likelihood ratio of dependence over independence (Dunning 1993): 2 sum O ln(O /
   * E) over the four cells of the contingency table. It is at least 0. Under independence it is
   * approximately chi-squared with one degree of freedom, so 15.1 or more has a probability of
   * 1e-4.
   */
  public double logLikelihoodRatio() {
    double sum =
        cell(joint, word, other)
            + cell(word - joint, word, trials - other)
            + cell(other - joint, trials - word, other)
            + cell(trials - word - other + joint, trials - word, trials - other);
    return Math.max(0, 2 * sum);
  }

  /**
   * Returns the normalised pointwise mutual information (Bouma 2009), which is the pointwise mutual
   * information over its greatest value -ln p(word, other). It is 1 for words that only occur
   * together, 0 for independent words, and always over -1. It is NaN for two words that are in
   * every pair.
   */
  public double normalizedPmi() {
    double joined = StrictMath.log((double) joint / trials);
    double independent =
        StrictMath.log((double) word / trials) + StrictMath.log((double) other / trials);
    return (joined - independent) / -joined;
  }

  private double cell(long observed, long row, long column) {
    double expected = (double) row * column / trials;
    return observed == 0 ? 0 : observed * StrictMath.log(observed / expected);
  }
}
