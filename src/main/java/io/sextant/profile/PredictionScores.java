package io.sextant.profile;

import java.io.Serializable;

/**
 * What one pair shows of all heads for {@code predictive_mlm}.
 *
 * @param group the pair's sampling unit; null if it is its own
 * @param queries words that other words predict differently; at least one
 * @param correlations by head: the mean over the queries of the partial rank correlation
 * @param hits by head: queries whose strongest key is the one that predicts them best
 * @param offsetHits by offset in words, -10 to 10: queries whose best key is there
 */
public record PredictionScores(
    String group, int queries, double[] correlations, int[] hits, int[] offsetHits)
    implements Serializable {

  /** Greatest distance of {@link #offsetHits}. */
  static final int FARTHEST = 10;
}
