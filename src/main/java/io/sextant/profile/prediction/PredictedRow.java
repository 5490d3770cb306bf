package io.sextant.profile.prediction;

import io.sextant.math.PartialRankCorrelation;
import io.sextant.text.EncodedPair;
import io.sextant.text.Word;
import java.util.stream.IntStream;

/**
 * One word of a pair, and how well other words of the pair predict it. The distance between two
 * words is that between their first tokens, counted in tokens of words.
 */
final class PredictedRow {
  private final Word query;
  private final Word[] keys;
  private final PartialRankCorrelation predictions;

  /**
   * The index of the key with the greatest CPMI, and its offset in words, positive to the right.
   */
  private final int best;

  private final int bestOffset;

  /**
   * Creates the row of a word.
   *
   * @param query index of a word of the pair
   * @param keys indices of other words; at least two
   * @param cpmi the CPMI of the query and each key
   */
  PredictedRow(EncodedPair pair, int query, int[] keys, double[] cpmi) {
    this.query = pair.words().get(query);
    this.keys = IntStream.of(keys).mapToObj(pair.words()::get).toArray(Word[]::new);
    double[] distances = new double[keys.length];
    for (int k = 0; k < keys.length; k++) {
      distances[k] = Math.abs(this.keys[k].firstToken() - this.query.firstToken());
    }
    predictions = new PartialRankCorrelation(cpmi, distances);
    best = greatest(cpmi);
    bestOffset = keys[best] - query;
  }

  /** Returns whether the CPMI of the keys varies beyond what their distance explains. */
  boolean isDefined() {
    return predictions.isDefined();
  }

  int bestOffset() {
    return bestOffset;
  }

  /**
   * Returns a head's attention to each key: the sum over the key's tokens, averaged over the
   * query's tokens.
   */
  double[] attention(WordAttention head) {
    double[] attention = new double[keys.length];
    for (int k = 0; k < keys.length; k++) {
      attention[k] = head.between(query, keys[k]);
    }
    return attention;
  }

  /** Returns the partial rank correlation of a head's attention with the CPMI, from -1 to 1. */
  double correlation(double[] attention) {
    return predictions.with(attention);
  }

  /** Returns whether the key with a head's greatest attention is the one with the greatest CPMI. */
  boolean isHit(double[] attention) {
    return greatest(attention) == best;
  }

  /** The attention of a head from word to word. */
  @FunctionalInterface
  interface WordAttention {
    double between(Word query, Word key);
  }

  private static int greatest(double[] values) {
    int greatest = 0;
    for (int i = 1; i < values.length; i++) {
      if (values[i] > values[greatest]) {
        greatest = i;
      }
    }
    return greatest;
  }
}
