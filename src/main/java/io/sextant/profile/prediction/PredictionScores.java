package io.sextant.profile.prediction;

import io.sextant.profile.state.NullableText;
import io.sextant.profile.state.StateArrays;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.Serializable;

/**
 * What one pair shows of all heads for {@code predictive_mlm}.
 *
 * @param group the pair's cluster; null if it is its own
 * @param queries words that other words predict differently; at least one
 * @param correlations by head: the mean over the queries of the partial rank correlation
 * @param hits by head: queries whose strongest key is the one that predicts them best
 * @param offsetHits by offset in words, -10 to 10: queries whose best key is there
 */
public record PredictionScores(
    String group, int queries, double[] correlations, int[] hits, int[] offsetHits)
    implements Serializable {

  /** Greatest distance of {@link #offsetHits}. */
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

  /** Reads what {@link #write} wrote. */
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
