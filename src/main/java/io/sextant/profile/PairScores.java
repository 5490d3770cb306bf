package io.sextant.profile;

import io.sextant.profile.pair.PairSums;
import io.sextant.profile.state.Layout;
import io.sextant.profile.state.Layout.Part;
import io.sextant.profile.statistic.ContentShare;
import io.sextant.table.row.HeadPart;
import io.sextant.table.row.PairScore;
import io.sextant.table.row.TaskPrediction;
import java.util.List;
import java.util.function.Consumer;

/**
 * Computes the rows of {@code pair_scores} from the sums of a pair, ordered by layer, head and
 * label part.
 */
final class PairScores {
  /** Scores without parts, which produce no rows. */
  static final PairScores NONE = new PairScores(null, new Layout(0, 1, List.of()), row -> {});

  private final String runId;
  private final Layout layout;
  private final Layout labels;
  private final Consumer<PairScore> sink;

  PairScores(String runId, Layout layout, Consumer<PairScore> sink) {
    this.runId = runId;
    this.layout = layout;
    this.labels = layout.labels();
    this.sink = sink;
  }

  void take(String pairId, PairSums sums, TaskPrediction prediction) {
    for (int head = 0; head < layout.heads(); head++) {
      for (int label = 0; label < labels.parts().size(); label++) {
        int part = labels.origin(label);
        if (sums.queries[part] > 0) {
          sink.accept(row(pairId, sums, head, labels.parts().get(label), part, prediction));
        }
      }
    }
  }

  private PairScore row(
      String pairId, PairSums sums, int head, Part of, int part, TaskPrediction prediction) {
    int queries = sums.queries[part];
    double mass = sums.mass.at(part, head);
    double content = sums.content.at(part, head);
    boolean covered =
        sums.delimiterTargets[part] == 0 && content / queries >= ContentShare.LEAST_COVERAGE;
    return new PairScore(
        runId,
        pairId,
        new HeadPart(
            layout.grid().layer(head), layout.grid().head(head), of.pattern().key(), of.name()),
        queries,
        mass / queries,
        covered ? mass / content : Double.NaN,
        content / queries,
        prediction);
  }
}
