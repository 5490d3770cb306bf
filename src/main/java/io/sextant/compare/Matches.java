package io.sextant.compare;

import io.sextant.math.Assignment;
import io.sextant.table.HeadGrid;
import io.sextant.table.Table;
import io.sextant.table.row.HeadDifference;
import io.sextant.table.row.HeadMatch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Matches the heads of two models that were trained apart: each head of A with one of B, such that
 * the sum of their distances is least. The distance of two heads is the root mean square of the
 * differences of their shares over the parts that carry labels, of all pairs and tokens.
 */
final class Matches {
  private Matches() {}

  /**
   * Returns a row for every head of A.
   *
   * @param rows the rows of {@code head_differences}, which have the shares of both runs
   * @param grid the heads of each model
   */
  static List<HeadMatch> of(List<HeadDifference> rows, HeadGrid grid) {
    Map<String, double[][]> parts = new LinkedHashMap<>();
    for (HeadDifference row : rows) {
      boolean labelled = row.gradeA() != null && row.gradeB() != null;
      if (labelled && row.unit().equals("token") && row.stratum().equals("all")) {
        double[][] shares =
            parts.computeIfAbsent(
                row.pattern() + " " + row.part(), absent -> new double[2][grid.heads()]);
        int head = grid.number(row.layer(), row.head());
        shares[0][head] = orZero(row.shareA());
        shares[1][head] = orZero(row.shareB());
      }
    }
    double[][] distances = distances(new ArrayList<>(parts.values()), grid.heads());
    int[] matches = Assignment.of(distances);
    List<HeadMatch> found = new ArrayList<>();
    for (int head = 0; head < matches.length; head++) {
      found.add(row(rows.get(0), grid, head, matches[head], distances[head]));
    }
    return found;
  }

  /** Returns a share; that of a head that gives content too little attention for one is 0. */
  private static double orZero(double share) {
    return Double.isNaN(share) ? 0 : share;
  }

  private static double[][] distances(List<double[][]> parts, int heads) {
    double[][] distances = new double[heads][heads];
    for (int a = 0; a < heads; a++) {
      for (int b = 0; b < heads; b++) {
        double squares = 0;
        for (double[][] shares : parts) {
          double difference = shares[1][b] - shares[0][a];
          squares += difference * difference;
        }
        distances[a][b] = Math.sqrt(squares / Math.max(1, parts.size()));
      }
    }
    return distances;
  }

  private static HeadMatch row(
      HeadDifference any, HeadGrid grid, int head, int match, double[] distances) {
    long nearer = 0;
    for (double distance : distances) {
      nearer += distance < distances[match] ? 1 : 0;
    }
    return Table.HEAD_MATCHES
        .row()
        .set("run_a", any.runA())
        .set("run_b", any.runB())
        .set("layer_a", grid.layer(head))
        .set("head_a", grid.head(head))
        .set("layer_b", grid.layer(match))
        .set("head_b", grid.head(match))
        .set("distance", distances[match])
        .set("nearer", nearer)
        .build();
  }
}
