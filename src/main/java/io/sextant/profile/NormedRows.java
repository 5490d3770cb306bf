package io.sextant.profile;

import io.sextant.attention.AttentionMap;

/**
 * One head's map with every weight times the norm of what the head makes of the key: a[i][j]
 * ||f(x_j)||, how much of the query's new state comes from there (Kobayashi et al. 2020). Rows do
 * not sum to 1. Between words it is added up as attention is, see {@link WordRows}.
 */
final class NormedRows {
  /** {@code weights[query * n + key]}. */
  float[] weights = new float[0];

  /** The same along its rows. */
  final RunningSums sums = new RunningSums();

  private float[] ofTokens = new float[0];
  private AttentionMap tokens;
  private WordView words;

  /** Turns to a pair's map of tokens. */
  void open(AttentionMap map) {
    open(map, null);
  }

  /** Turns to a pair's map of tokens, to be read word by word. */
  void open(AttentionMap map, WordView view) {
    tokens = map;
    words = view;
  }

  /** Whether the norms were read. */
  boolean isPresent() {
    return tokens.hasNorms();
  }

  void read(int head) {
    int n = words == null ? tokens.size() : words.pair().size();
    if (weights.length < n * n) {
      weights = new float[n * n];
    }
    if (words == null) {
      weigh(head, weights);
    } else {
      if (ofTokens.length < tokens.size() * tokens.size()) {
        ofTokens = new float[tokens.size() * tokens.size()];
      }
      weigh(head, ofTokens);
      for (int query = 0; query < n; query++) {
        int first = words.firstPiece()[query] * tokens.size();
        WordRows.fill(ofTokens, first, tokens.size(), words, query, weights, query * n);
      }
    }
    sums.read(weights, 0, n);
  }

  private void weigh(int head, float[] to) {
    int n = tokens.size();
    int norms = head * n;
    for (int query = 0; query < n; query++) {
      int from = tokens.row(head, query);
      for (int key = 0; key < n; key++) {
        to[query * n + key] = tokens.weights()[from + key] * tokens.norms()[norms + key];
      }
    }
  }
}
