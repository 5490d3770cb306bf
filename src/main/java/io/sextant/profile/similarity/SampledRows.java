package io.sextant.profile.similarity;

import io.sextant.attention.AttentionMap;
import io.sextant.math.JensenShannon;
import io.sextant.math.SplitMix;
import io.sextant.table.HeadGrid;
import io.sextant.text.EncodedPair;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Sampled rows of the maps of one pair, for all heads. Heads are compared after the last layer has
 * been read.
 */
public final class SampledRows {
  private final int n;
  private final HeadGrid grid;
  private final int[] queries;

  /** The weights, by sampled query, key and head; heads are counted over all layers. */
  private final float[] rows;

  /**
   * Chooses the rows of a pair.
   *
   * @param most the greatest number of content queries; they are chosen by a hash of the pair's id
   *     and the position
   */
  public SampledRows(EncodedPair pair, int most, HeadGrid grid) {
    this.n = pair.size();
    this.grid = grid;
    long seed = pair.pair().id().hashCode();
    queries =
        IntStream.range(0, n)
            .filter(position -> !pair.isDelimiter(position))
            .boxed()
            .sorted(
                Comparator.comparingLong((Integer position) -> SplitMix.step(seed, position))
                    .thenComparing(Comparator.naturalOrder()))
            .limit(most)
            .mapToInt(Integer::intValue)
            .toArray();
    rows = new float[queries.length * grid.heads() * n];
  }

  /** Returns whether all weights are finite. */
  public boolean isFinite() {
    for (float weight : rows) {
      if (!Float.isFinite(weight)) {
        return false;
      }
    }
    return true;
  }

  /** Copies the sampled rows of a layer. */
  public void take(int layer, AttentionMap map) {
    for (int sampled = 0; sampled < queries.length; sampled++) {
      for (int head = 0; head < map.heads(); head++) {
        int from = map.row(head, queries[sampled]);
        int to = sampled * n * grid.heads() + grid.number(layer, head);
        for (int key = 0; key < n; key++) {
          rows[to + key * grid.heads()] = map.weights()[from + key];
        }
      }
    }
  }

  /** Returns the number of sampled rows per head. */
  public int size() {
    return queries.length;
  }

  /**
   * Adds the distances of every two heads, summed over the rows, in the order that {@code
   * DistanceSums} defines.
   */
  public void addTo(double[] sums) {
    int heads = grid.heads();
    double[] distances = new double[heads];
    for (int sampled = 0; sampled < queries.length; sampled++) {
      int pair = 0;
      for (int head = 1; head < heads; head++) {
        JensenShannon.distances(rows, sampled * n * heads, heads, n, head, distances);
        for (int other = 0; other < head; other++) {
          sums[pair++] += distances[other];
        }
      }
    }
  }
}
