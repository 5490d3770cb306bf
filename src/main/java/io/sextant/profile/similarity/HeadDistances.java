package io.sextant.profile.similarity;

import io.sextant.math.ClassicalScaling;
import io.sextant.math.Ratio;
import io.sextant.table.HeadGrid;
import io.sextant.table.row.HeadDistance;
import java.util.ArrayList;
import java.util.List;

/**
 * Mean Jensen-Shannon distances between heads, and the two-dimensional map that represents them.
 */
public final class HeadDistances {
  /** The distance of two distributions with disjoint supports. */
  private static final double FARTHEST = Math.sqrt(Math.log(2));

  private final HeadGrid grid;
  private final Ratio[][] means;

  /**
   * Creates the distances of heads, which are counted over all layers.
   *
   * @param means the distances; symmetric, the diagonal is not read; empty if nothing was measured
   */
  public HeadDistances(HeadGrid grid, Ratio[][] means) {
    this.grid = grid;
    this.means = means;
  }

  /**
   * Returns the rows of {@code head_distances}, ordered by layer, head, other layer and other head.
   */
  public List<HeadDistance> rows(String runId) {
    List<HeadDistance> rows = new ArrayList<>();
    for (int head = 0; head < means.length; head++) {
      for (int other = 0; other < means.length; other++) {
        if (other != head) {
          rows.add(
              new HeadDistance(
                  runId,
                  grid.layer(head),
                  grid.head(head),
                  grid.layer(other),
                  grid.head(other),
                  means[head][other].interval().within(0, FARTHEST)));
        }
      }
    }
    return rows;
  }

  /** Returns the coordinates of the heads by {@link ClassicalScaling}. */
  public HeadMap map() {
    double[][] distances = new double[means.length][means.length];
    for (int head = 0; head < means.length; head++) {
      for (int other = 0; other < means.length; other++) {
        distances[head][other] = head == other ? 0 : means[head][other].value();
      }
    }
    return means.length == 0 ? HeadMap.NONE : new HeadMap(ClassicalScaling.plane(distances));
  }
}
