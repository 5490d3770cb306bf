package io.sextant.profile.pair;

import io.sextant.bert.Window;

/**
 * The keys that the queries of a layer can see in a pair. A position of several tokens sees what
 * any of its tokens sees, and is seen if any of its tokens is.
 */
final class VisibleKeys {
  /** For each position, the first position that it sees, and the position after the last. */
  private final int[] first;

  private final int[] end;

  VisibleKeys(WordView view, Window window) {
    first = new int[view.size()];
    end = new int[view.size()];
    for (int query = 0; query < view.size(); query++) {
      int last = view.firstToken()[query + 1] - 1;
      first[query] = view.positions()[window.first(view.firstToken()[query])];
      end[query] = view.positions()[window.end(last, view.tokens()) - 1] + 1;
    }
  }

  int first(int query) {
    return first[query];
  }

  int end(int query) {
    return end[query];
  }

  /** Returns the number of positions that a query sees. */
  int count(int query) {
    return end[query] - first[query];
  }

  boolean sees(int query, int key) {
    return first[query] <= key && key < end[query];
  }

  /** Returns a rule whose controls and targets are those of another that the query sees. */
  MatchedControls among(MatchedControls rule) {
    return new MatchedControls() {
      @Override
      public int kind(int query, int target) {
        return sees(query, target) ? rule.kind(query, target) : NO_KIND;
      }

      @Override
      public int find(int query, int target, int[] keys) {
        int found = sees(query, target) ? rule.find(query, target, keys) : 0;
        int seen = 0;
        for (int i = 0; i < found; i++) {
          if (sees(query, keys[i])) {
            keys[seen++] = keys[i];
          }
        }
        return seen;
      }
    };
  }
}
