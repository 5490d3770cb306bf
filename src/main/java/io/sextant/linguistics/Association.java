package io.sextant.linguistics;

import java.io.Serializable;

/**
 * How two words share independent trials: sentence pairs of which no two are of one cluster.
 * Logarithms are {@link StrictMath}'s: the same bits on every machine.
 *
 * @param trials sentence pairs counted
 * @param word of these, pairs that hold the one word
 * @param other pairs that hold the other
 * @param joint pairs that hold both; at least 1
 */
public record Association(long trials, long word, long other, long joint) implements Serializable {

  /** Whether the words are together more often than two independent words would be. */
  public boolean isAttraction() {
    return (double) joint * trials > (double) word * other;
  }

  /**
   * The log-likelihood ratio of dependence over independence (Dunning 1993): 2 sum O ln(O / E) over
   * the four cells of the contingency table; 0 or more. Under independence it is near chi-squared
   * with one degree of freedom: 15.1 has a probability of 1e-4.
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
   * The pointwise mutual information over its greatest value, -ln p(word, other) (Bouma 2009): 1
   * for words that are never apart, 0 for independent ones, over -1 always. Not a number for two
   * words that are in every pair.
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
