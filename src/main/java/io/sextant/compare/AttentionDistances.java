package io.sextant.compare;

import io.sextant.math.JensenShannon;
import io.sextant.table.HeadGrid;
import io.sextant.table.RunDirectory;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The mean Jensen-Shannon distances between the heads of two models, over the words whose attention
 * both runs keep: those of the pairs with the same id and the same words.
 */
final class AttentionDistances {
  private final HeadGrid gridA;
  private final HeadGrid gridB;
  private final double[][] sums;
  private long rows;

  private AttentionDistances(HeadGrid gridA, HeadGrid gridB) {
    this.gridA = gridA;
    this.gridB = gridB;
    this.sums = new double[gridA.heads()][gridB.heads()];
  }

  /** The distances, or the reason why there are none. */
  record Result(HeadDistanceMatrix matrix, String reason) {}

  static Result of(RunDirectory a, HeadGrid gridA, RunDirectory b, HeadGrid gridB) {
    Map<String, KeptAttention> ofA = new TreeMap<>(KeptAttention.of(a, gridA));
    Map<String, KeptAttention> ofB = KeptAttention.of(b, gridB);
    if (ofA.isEmpty() || ofB.isEmpty()) {
      String lacking = !ofA.isEmpty() ? "B keeps" : !ofB.isEmpty() ? "A keeps" : "both runs keep";
      return new Result(
          null,
          lacking
              + " no sampled_attention: profile again, with distances.pairs and distances.kept over"
              + " 0");
    }
    AttentionDistances distances = new AttentionDistances(gridA, gridB);
    long common = 0;
    for (Map.Entry<String, KeptAttention> pair : ofA.entrySet()) {
      KeptAttention other = ofB.get(pair.getKey());
      if (other != null && other.words().equals(pair.getValue().words())) {
        distances.add(pair.getValue(), other);
        common++;
      }
    }
    if (distances.rows == 0) {
      return new Result(
          null,
          String.format(
              Locale.ROOT,
              "of the pairs whose attention the runs keep (A %d, B %d), none has the same id and"
                  + " the same words in both: profile the same input",
              ofA.size(),
              ofB.size()));
    }
    return new Result(distances.mean(common), null);
  }

  private void add(KeptAttention a, KeptAttention b) {
    for (int query = 0; query < a.queries().length; query++) {
      int same = b.row(a.queries()[query]);
      if (same >= 0) {
        add(a, query, b, same);
        rows++;
      }
    }
  }

  /** Adds the distances of one row of all heads. */
  private void add(KeptAttention a, int queryA, KeptAttention b, int queryB) {
    int headsA = gridA.heads();
    int all = headsA + 1;
    float[] values = new float[all * a.keys()];
    for (int key = 0; key < a.keys(); key++) {
      for (int head = 0; head < headsA; head++) {
        values[key * all + head] = a.weight(head, queryA, key);
      }
    }
    double[] distances = new double[headsA];
    for (int other = 0; other < gridB.heads(); other++) {
      for (int key = 0; key < b.keys(); key++) {
        values[key * all + headsA] = b.weight(other, queryB, key);
      }
      JensenShannon.distances(values, 0, all, a.keys(), headsA, distances);
      for (int head = 0; head < headsA; head++) {
        sums[head][other] += distances[head];
      }
    }
  }

  private HeadDistanceMatrix mean(long pairs) {
    double[][] means = new double[gridA.heads()][gridB.heads()];
    for (int a = 0; a < means.length; a++) {
      for (int b = 0; b < means[a].length; b++) {
        means[a][b] = sums[a][b] / rows;
      }
    }
    return new HeadDistanceMatrix(
        gridA,
        gridB,
        "jensen_shannon",
        pairs,
        means,
        String.format(
            Locale.ROOT,
            "Heads are matched by their attention: the distance is the mean Jensen-Shannon distance"
                + " over %d words of the %d pairs that both runs keep, from 0 to .83.",
            rows,
            pairs));
  }
}
