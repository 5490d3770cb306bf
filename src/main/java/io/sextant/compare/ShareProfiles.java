package io.sextant.compare;

import io.sextant.table.HeadGrid;
import io.sextant.table.row.HeadPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The shares of every head for the parts that carry labels. The distance of two heads is the root
 * mean square of the differences of their shares.
 */
final class ShareProfiles {
  private ShareProfiles() {}

  /**
   * Returns the distances between the heads of two models.
   *
   * @param rowsOfA the rows of {@code head_patterns} that carry labels, of all pairs
   * @param reason why their attention cannot be compared
   */
  static HeadDistanceMatrix distances(
      List<HeadPattern> rowsOfA,
      HeadGrid gridA,
      List<HeadPattern> rowsOfB,
      HeadGrid gridB,
      String reason) {
    Map<String, double[]> ofA = shares(rowsOfA, gridA);
    Map<String, double[]> ofB = shares(rowsOfB, gridB);
    List<String> common = new ArrayList<>(ofA.keySet());
    common.retainAll(ofB.keySet());
    double[][] distances = new double[gridA.heads()][gridB.heads()];
    for (int a = 0; a < distances.length; a++) {
      for (int b = 0; b < distances[a].length; b++) {
        double squares = 0;
        for (String part : common) {
          double difference = ofB.get(part)[b] - ofA.get(part)[a];
          squares += difference * difference;
        }
        distances[a][b] = Math.sqrt(squares / Math.max(1, common.size()));
      }
    }
    return new HeadDistanceMatrix(
        gridA,
        gridB,
        "shares",
        null,
        distances,
        "Heads are matched by their shares only, the distance being the root mean square difference"
            + " over all labels, because "
            + reason
            + ".");
  }

  private static Map<String, double[]> shares(List<HeadPattern> rows, HeadGrid grid) {
    Map<String, double[]> shares = new TreeMap<>();
    for (HeadPattern row : rows) {
      String part = row.pattern() + " " + row.part();
      double[] ofHeads = shares.computeIfAbsent(part, absent -> new double[grid.heads()]);
      ofHeads[grid.number(row.layer(), row.head())] = orZero(row.score().value());
    }
    return shares;
  }

  /** Returns a share; that of a head that gives content too little attention for one is 0. */
  private static double orZero(double share) {
    return Double.isNaN(share) ? 0 : share;
  }
}
