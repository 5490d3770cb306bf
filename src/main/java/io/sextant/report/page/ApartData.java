package io.sextant.report.page;

import io.sextant.table.Frame;
import io.sextant.table.HeadGrid;
import io.sextant.table.RunManifest;
import io.sextant.table.row.HeadMatch;
import io.sextant.table.row.HeadPattern;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Prepares what the page shows of two models that do not have the same heads. */
public final class ApartData {
  private static final List<String> COLUMNS = List.of("score", "grade", "exhibits");

  private ApartData() {}

  /**
   * Returns the shape, the local layers and the labels of a run's model.
   *
   * @param rows the rows of its {@code head_patterns} that carry labels, of all pairs
   */
  public static Map<String, Object> model(RunManifest run, List<HeadPattern> rows) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("shape", Shape.of(run.model()));
    data.put("windows", run.windows());
    data.put("slices", new Slices(Frame.of(rows), run.model().grid()).all(stratum -> COLUMNS));
    return data;
  }

  /** Returns the rows of {@code head_matches}, with heads as numbers in the models' grids. */
  public static List<Match> matches(List<HeadMatch> rows, HeadGrid a, HeadGrid b) {
    return rows.stream()
        .map(
            row ->
                new Match(
                    a.number(row.layerA(), row.headA()),
                    b.number(row.layerB(), row.headB()),
                    Json.number(row.distance()),
                    row.nearer()))
        .toList();
  }

  /** A head of A, its head of B, their distance, and the number of heads of B that are nearer. */
  public record Match(int a, int b, Object distance, long nearer) {}
}
