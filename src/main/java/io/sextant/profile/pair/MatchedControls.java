package io.sextant.profile.pair;

import io.sextant.math.SplitMix;
import io.sextant.pattern.Targets;
import io.sextant.text.EncodedPair;
import java.util.Arrays;

/**
 * For every query and target of one part a control, a key that no part of the pattern targets. A
 * target without one is left out.
 *
 * <p>A drawn control is a content key of another word of another word in the same sentence
 * relation, in the same band of distance (1, 2, 3-4, 5-8, 9+), of the nearest decile of frequency;
 * among equals the one that a hash of pair, query and target picks. The same-index control is the
 * key as far into the other sentence as the query is into its own.
 */
public final class MatchedControls {
  static final MatchedControls NONE = new MatchedControls();

  private int[] queries = new int[8];
  private int[] targets = new int[8];
  private int[] controls = new int[8];
  private int size;

  private MatchedControls() {}

  /**
   * Draws the controls of a part.
   *
   * @param excluded n * n: whether the pattern targets a key from a query in any of its parts
   * @param decile frequency decile of each position
   */
  public static MatchedControls draw(
      EncodedPair pair, Targets part, boolean[] excluded, int[] content, int[] decile) {
    MatchedControls drawn = new MatchedControls();
    long seed = SplitMix.step(pair.pair().id().hashCode(), pair.size());
    for (int r = 0; r < part.queries(); r++) {
      int query = part.query(r);
      for (int k = part.firstRange(r); k < part.firstRange(r + 1); k++) {
        for (int target = part.start(k); target < part.end(k); target++) {
          int control = control(pair, query, target, excluded, content, decile, seed);
          if (control >= 0) {
            drawn.add(query, target, control);
          }
        }
      }
    }
    return drawn;
  }

  /**
   * The key at the query's own index in the other sentence, for every target. Queries without such
   * a key are left out, and those that target it: there a head that relates words and one that goes
   * by place do the same.
   *
   * @param excluded n * n: whether the pattern targets a key from a query in any of its parts
   */
  public static MatchedControls sameIndex(EncodedPair pair, Targets part, boolean[] excluded) {
    MatchedControls controls = new MatchedControls();
    for (int r = 0; r < part.queries(); r++) {
      int query = part.query(r);
      int other = 1 - pair.segment(query);
      int key = query - pair.sentenceStart(1 - other) + pair.sentenceStart(other);
      if (key >= pair.sentenceEnd(other) || excluded[query * pair.size() + key]) {
        continue;
      }
      for (int k = part.firstRange(r); k < part.firstRange(r + 1); k++) {
        for (int target = part.start(k); target < part.end(k); target++) {
          controls.add(query, target, key);
        }
      }
    }
    return controls;
  }

  public int size() {
    return size;
  }

  public int query(int k) {
    return queries[k];
  }

  public int target(int k) {
    return targets[k];
  }

  public int control(int k) {
    return controls[k];
  }

  /** Band of a distance: 1, 2, 3-4, 5-8, 9 and more. */
  public static int band(int query, int key) {
    int distance = Math.abs(query - key);
    if (distance <= 2) {
      return distance;
    } else if (distance <= 4) {
      return 3;
    }
    return distance <= 8 ? 4 : 5;
  }

  private static int control(
      EncodedPair pair,
      int query,
      int target,
      boolean[] excluded,
      int[] content,
      int[] decile,
      long seed) {
    int best = -1;
    int bestGap = Integer.MAX_VALUE;
    long bestDraw = 0;
    long draw = SplitMix.step(SplitMix.step(seed, query), target);
    for (int key : content) {
      if (excluded[query * pair.size() + key]
          || pair.wordOf()[key] == pair.wordOf()[query]
          || pair.segment(key) != pair.segment(target)
          || band(query, key) != band(query, target)) {
        continue;
      }
      int gap = Math.abs(decile[key] - decile[target]);
      long drawn = SplitMix.step(draw, key);
      if (gap < bestGap || (gap == bestGap && drawn < bestDraw)) {
        best = key;
        bestGap = gap;
        bestDraw = drawn;
      }
    }
    return best;
  }

  private void add(int query, int target, int control) {
    if (size == queries.length) {
      queries = Arrays.copyOf(queries, 2 * size);
      targets = Arrays.copyOf(targets, 2 * size);
      controls = Arrays.copyOf(controls, 2 * size);
    }
    queries[size] = query;
    targets[size] = target;
    controls[size++] = control;
  }
}
