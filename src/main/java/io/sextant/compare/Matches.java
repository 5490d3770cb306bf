package io.sextant.compare;

import io.sextant.math.Assignment;
import io.sextant.table.HeadGrid;
import io.sextant.table.RunDirectory;
import io.sextant.table.Table;
import io.sextant.table.row.HeadMatch;
import io.sextant.table.row.HeadPattern;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The heads of two models that were trained apart or have other shapes, matched: heads of A with
 * one of B each, such that the sum of their distances is least. If one model has fewer heads than
 * the other, all of its heads have a match. {@link AttentionDistances} are used where the runs keep
 * the attention of common pairs, and {@link ShareProfiles} elsewhere.
 *
 * @param ofA the rows of A's {@code head_patterns} that carry labels, of all pairs
 * @param ofB those of B
 * @param rows the matches, in the order of the heads of A
 * @param words a sentence about how heads were matched
 */
public record Matches(
    List<HeadPattern> ofA, List<HeadPattern> ofB, List<HeadMatch> rows, String words) {

  static Matches of(RunDirectory a, List<HeadPattern> ofA, RunDirectory b, List<HeadPattern> ofB) {
    HeadGrid gridA = a.manifest().model().grid();
    HeadGrid gridB = b.manifest().model().grid();
    AttentionDistances.Result attention = AttentionDistances.of(a, gridA, b, gridB);
    HeadDistanceMatrix matrix =
        attention.matrix() != null
            ? attention.matrix()
            : ShareProfiles.distances(ofA, gridA, ofB, gridB, attention.reason());
    int[] matches = Assignment.of(matrix.distances());
    List<HeadMatch> rows = new ArrayList<>();
    for (int head = 0; head < matches.length; head++) {
      if (matches[head] >= 0) {
        rows.add(row(a.manifest().runId(), b.manifest().runId(), matrix, head, matches[head]));
      }
    }
    return new Matches(ofA, ofB, rows, matrix.words());
  }

  private static HeadMatch row(
      String runA, String runB, HeadDistanceMatrix matrix, int head, int match) {
    double[] distances = matrix.distances()[head];
    return Table.HEAD_MATCHES
        .row()
        .set("run_a", runA)
        .set("run_b", runB)
        .set("layer_a", matrix.gridA().layer(head))
        .set("head_a", matrix.gridA().head(head))
        .set("layer_b", matrix.gridB().layer(match))
        .set("head_b", matrix.gridB().head(match))
        .set("method", matrix.method())
        .set("n_pairs", matrix.pairs())
        .set("distance", distances[match])
        .set("nearer", Arrays.stream(distances).filter(d -> d < distances[match]).count())
        .build();
  }
}
