package io.sextant.fault;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Suggests an existing name for a misspelt one. */
public final class Suggestion {
  /** A name is near if at most one in so many of its characters differs. */
  private static final int PART = 3;

  private Suggestion() {}

  /** Returns {@code ": do you mean X?"}, or an empty string if no choice is near. */
  public static String of(String given, Collection<String> choices) {
    return nearest(given, choices).map(near -> ": do you mean " + near + "?").orElse("");
  }

  /**
   * Returns the choice with the fewest differences, the first of several; empty if none is near.
   */
  public static Optional<String> nearest(String given, Collection<String> choices) {
    return choices.stream()
        .filter(choice -> distance(given, choice) <= reach(given, choice))
        .min(Comparator.comparingInt(choice -> distance(given, choice)));
  }

  private static int reach(String given, String choice) {
    return Math.max(1, Math.max(given.length(), choice.length()) / PART);
  }

  /**
   * Returns the optimal string alignment distance: the least number of insertions, deletions,
   * substitutions and exchanges of neighbours that turn one name into the other. Upper and lower
   * case are equal.
   */
  static int distance(String a, String b) {
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          cost[i][j] = i + j;
          continue;
        }
        int step = cost[i - 1][j - 1] + (same(a, i - 1, b, j - 1) ? 0 : 1);
        step = Math.min(step, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
        if (i > 1 && j > 1 && same(a, i - 1, b, j - 2) && same(a, i - 2, b, j - 1)) {
          step = Math.min(step, cost[i - 2][j - 2] + 1);
        }
        cost[i][j] = step;
      }
    }
    return cost[a.length()][b.length()];
  }

  private static boolean same(String a, int i, String b, int j) {
    return Character.toLowerCase(a.charAt(i)) == Character.toLowerCase(b.charAt(j));
  }
}
