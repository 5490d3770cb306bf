package io.sextant.profile.pair;

import io.sextant.attention.AttentionMap;
import io.sextant.attention.RowEntropies;

/**
 * Attention between words (Clark et al. 2019, section 4.1): attention to a word is the sum over its
 * tokens, attention from a word is the mean over its tokens. Rows still sum to 1.
 */
public final class WordAttention {
  private float[] weights = new float[0];
  private float[] entropies = new float[0];

  /**
   * Returns the map between the positions of a view.
   *
   * @param tokens the map between the tokens of the pair
   * @return a map whose arrays the next call overwrites
   */
  public AttentionMap of(AttentionMap tokens, WordView view) {
    int n = view.pair().size();
    if (weights.length < tokens.heads() * n * n) {
      weights = new float[tokens.heads() * n * n];
      entropies = new float[tokens.heads() * n];
    }
    for (int head = 0; head < tokens.heads(); head++) {
      for (int query = 0; query < n; query++) {
        row(tokens, view, head, query);
      }
    }
    return new AttentionMap(tokens.heads(), n, weights, entropies);
  }

  private void row(AttentionMap tokens, WordView view, int head, int query) {
    int n = view.pair().size();
    int row = (head * n + query) * n;
    int first = view.firstToken()[query];
    int tokenRow = tokens.row(head, first);
    WordRows.fill(tokens.weights(), tokenRow, tokens.size(), view, query, weights, row);
    double entropy;
    if (view.tokens(query) == 1) {
      float ofTokens = tokens.entropies()[head * tokens.size() + first];
      entropy = ofTokens - entropyInWords(tokens, tokenRow, view, row);
    } else {
      entropy = RowEntropies.of(weights, row, n);
    }
    entropies[head * n + query] = (float) Math.max(0, entropy);
  }

  /**
   * Returns by how much the entropy of a row decreases when the tokens of each word are merged into
   * one key. For a word of one token, this needs logarithms only for the tokens of words that are
   * split.
   */
  private double entropyInWords(AttentionMap tokens, int tokenRow, WordView view, int row) {
    double lost = 0;
    for (int key : view.split()) {
      double sum = weights[row + key];
      for (int token = view.firstToken()[key]; token < view.firstToken()[key + 1]; token++) {
        double weight = tokens.weights()[tokenRow + token];
        lost += weight > 0 ? weight * Math.log(sum / weight) : 0;
      }
    }
    return lost;
  }
}
