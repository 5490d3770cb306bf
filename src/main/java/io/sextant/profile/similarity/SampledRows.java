package io.sextant.profile.similarity;

import io.sextant.attention.AttentionMap;
import io.sextant.math.JensenShannon;
import io.sextant.math.SplitMix;
import io.sextant.table.HeadGrid;
import io.sextant.text.EncodedPair;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Some rows of one pair, of all heads: heads are compared when the last layer has come. */
public final class SampledRows {
  private final int n;
  private final HeadGrid grid;
  private final int[] queries;

  /** By sampled query, head and key; see {@link #row}. */
  private final float[] rows;

  /**
   * Room for a pair's rows.
   *
   * @param most so many content queries, drawn by a hash; all if there are fewer
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

  /** Whether all of them are numbers. */
  public boolean isFinite() {
    for (float weight : rows) {
      if (!Float.isFinite(weight)) {
        return false;
      }
    }
    return true;
  }

  /** Keeps the rows of a layer. */
  public void take(int layer, AttentionMap map) {
    for (int sampled = 0; sampled < queries.length; sampled++) {
      for (int head = 0; head < map.heads(); head++) {
        int to = row(sampled, grid.number(layer, head));
        System.arraycopy(map.weights(), map.row(head, queries[sampled]), rows, to, n);
      }
    }
  }

  /** Where the row of a head begins; heads are counted over all layers. */
  private int row(int sampled, int head) {
    return (sampled * grid.heads() + head) * n;
  }

  /** Number of rows that each head has. */
  public int size() {
    return queries.length;
  }

  /** Adds the distances of all pairs of heads, row by row; in the order of {@code DistanceSums}. */
  public void addTo(double[] sums) {
    int heads = grid.heads();
    double[] negativeEntropies = new double[heads];
    for (int sampled = 0; sampled < queries.length; sampled++) {
      for (int head = 0; head < heads; head++) {
        negativeEntropies[head] = JensenShannon.negativeEntropy(rows, row(sampled, head), n);
      }
      int pair = 0;
      for (int head = 1; head < heads; head++) {
        for (int other = 0; other < head; other++) {
          sums[pair++] +=
              JensenShannon.distance(
                  rows,
                  row(sampled, head),
                  negativeEntropies[head],
                  row(sampled, other),
                  negativeEntropies[other],
                  n);
        }
      }
    }
  }
}
