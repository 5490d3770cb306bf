package io.sextant.profile;

import io.sextant.attention.AttentionMap;
import io.sextant.attention.RowEntropies;
import java.util.Arrays;

/**
 * Attention between words (Clark et al. 2019, section 4.1): attention to a word is the sum over its
 * pieces, attention of a word the mean over its pieces. Rows still sum to 1.
 */
final class WordAttention {
  private float[] weights = new float[0];
  private float[] entropies = new float[0];

  /**
   * The map of a pair's words.
   *
   * @param tokens the map of its tokens
   * @return a view of buffers that the next call overwrites
   */
  AttentionMap of(AttentionMap tokens, WordView view) {
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
    int first = view.firstPiece()[query];
    int pieces = view.pieces(query);
    Arrays.fill(weights, row, row + n, 0);
    for (int piece = first; piece < first + pieces; piece++) {
      addRow(tokens.weights(), tokens.row(head, piece), view, row);
    }
    double entropy;
    if (pieces == 1) {
      float ofTokens = tokens.entropies()[head * tokens.size() + first];
      entropy = ofTokens - entropyInWords(tokens, tokens.row(head, first), view, row);
    } else {
      for (int key = row; key < row + n; key++) {
        weights[key] /= pieces;
      }
      entropy = RowEntropies.of(weights, row, n);
    }
    entropies[head * n + query] = (float) Math.max(0, entropy);
  }

  /** What the row of a word of one piece loses where keys become one: few logarithms, not n. */
  private double entropyInWords(AttentionMap tokens, int tokenRow, WordView view, int row) {
    double lost = 0;
    for (int key : view.split()) {
      double sum = weights[row + key];
      for (int piece = view.firstPiece()[key]; piece < view.firstPiece()[key + 1]; piece++) {
        double weight = tokens.weights()[tokenRow + piece];
        lost += weight > 0 ? weight * Math.log(sum / weight) : 0;
      }
    }
    return lost;
  }

  private void addRow(float[] from, int tokenRow, WordView view, int row) {
    int[] firstPiece = view.firstPiece();
    int start = 0;
    for (int key : view.split()) {
      addRun(from, tokenRow + firstPiece[start], row + start, key - start);
      float sum = 0;
      for (int piece = firstPiece[key]; piece < firstPiece[key + 1]; piece++) {
        sum += from[tokenRow + piece];
      }
      weights[row + key] += sum;
      start = key + 1;
    }
    addRun(from, tokenRow + firstPiece[start], row + start, view.pair().size() - start);
  }

  /** Adds the weights of keys of one piece each. */
  private void addRun(float[] from, int at, int to, int length) {
    for (int i = 0; i < length; i++) {
      weights[to + i] += from[at + i];
    }
  }
}
