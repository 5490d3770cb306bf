package io.sextant.profile.prediction;

import io.sextant.profile.state.NullableText;
import io.sextant.profile.state.StateArrays;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.Serializable;

/**
 * The scores of all heads on one pair for {@code predictive_mlm}.
 *
 * @param group the pair's group; null if the pair is a cluster of its own
 * @param queries the number of words that other words predict to different degrees; at least one
 * @param correlations for each head, the mean partial rank correlation over the queries
 * @param hits for each head, the number of queries whose key with the greatest attention has the
 *     greatest CPMI
 * @param offsetHits for each offset in words, -10 to 10, the number of queries whose key with the
 *     greatest CPMI is at this offset
 */
public record PredictionScores(
    String group, int queries, double[] correlations, int[] hits, int[] offsetHits)
    implements Serializable {

  /** The greatest distance in {@link #offsetHits}. */
  static final int FARTHEST = 10;

  public void write(DataOutput out) throws IOException {
    NullableText.write(out, group);
    out.writeInt(queries);
    out.writeInt(correlations.length);
    StateArrays.write(out, correlations);
    for (int count : hits) {
      out.writeInt(count);
    }
    for (int count : offsetHits) {
      out.writeInt(count);
    }
  }

  /** Reads scores that {@link #write} wrote. */
  public static PredictionScores read(DataInput in) throws IOException {
    String group = NullableText.read(in);
    int queries = in.readInt();
    double[] correlations = new double[in.readInt()];
    StateArrays.read(in, correlations);
    return new PredictionScores(
        group, queries, correlations, ints(in, correlations.length), ints(in, 2 * FARTHEST + 1));
  }

  private static int[] ints(DataInput in, int count) throws IOException {
    int[] values = new int[count];
    for (int i = 0; i < count; i++) {
      values[i] = in.readInt();
    }
    return values;
  }
}
