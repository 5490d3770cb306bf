package io.sextant.profile.prediction;

import io.sextant.profile.state.NullableText;
import io.sextant.profile.state.StateArrays;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;

/**
 * The scores of all heads on one pair for {@code predictive_mlm}.
 *
 * @param group the pair's group; null if the pair is a cluster of its own
 * @param queries for each window of the model's layers, the number of words that other words in
 *     sight predict to different degrees
 * @param correlations for each head, the mean partial rank correlation over the queries; 0 if there
 *     are none
 * @param hits for each head, the number of queries whose key with the greatest attention has the
 *     greatest CPMI
 * @param offsetHits for each window and each offset in words, -10 to 10, the number of queries
 *     whose key with the greatest CPMI is at this offset
 */
public record PredictionScores(
    String group, int[] queries, double[] correlations, int[] hits, int[][] offsetHits)
    implements Serializable {

  /** The greatest distance in {@link #offsetHits}. */
  static final int FARTHEST = 10;

  private static final int OFFSETS = 2 * FARTHEST + 1;

  /** Returns for each offset the number of rows whose best key is there. */
  static int[] offsetHits(List<PredictedRow> rows) {
    int[] hits = new int[OFFSETS];
    for (PredictedRow row : rows) {
      if (Math.abs(row.bestOffset()) <= FARTHEST) {
        hits[row.bestOffset() + FARTHEST]++;
      }
    }
    return hits;
  }

  public void write(DataOutput out) throws IOException {
    NullableText.write(out, group);
    out.writeInt(queries.length);
    out.writeInt(correlations.length);
    write(out, queries);
    StateArrays.write(out, correlations);
    write(out, hits);
    for (int[] counts : offsetHits) {
      write(out, counts);
    }
  }

  private static void write(DataOutput out, int[] counts) throws IOException {
    for (int count : counts) {
      out.writeInt(count);
    }
  }

  /** Reads scores that {@link #write} wrote. */
  public static PredictionScores read(DataInput in) throws IOException {
    String group = NullableText.read(in);
    int windows = in.readInt();
    double[] correlations = new double[in.readInt()];
    int[] queries = ints(in, windows);
    StateArrays.read(in, correlations);
    int[] hits = ints(in, correlations.length);
    int[][] offsetHits = new int[windows][];
    for (int window = 0; window < windows; window++) {
      offsetHits[window] = ints(in, OFFSETS);
    }
    return new PredictionScores(group, queries, correlations, hits, offsetHits);
  }

  private static int[] ints(DataInput in, int count) throws IOException {
    int[] values = new int[count];
    for (int i = 0; i < count; i++) {
      values[i] = in.readInt();
    }
    return values;
  }
}
