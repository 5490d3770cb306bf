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

  /**
   * The rows of two models.
   *
   * @param ofA the rows of A's {@code head_patterns} that carry labels, of all pairs
   * @param ofB those of B
   * @param matches the rows of {@code head_matches}
   * @param matching a sentence about how heads were matched
   */
  public record Rows(
      List<HeadPattern> ofA, List<HeadPattern> ofB, List<HeadMatch> matches, String matching) {}

  private ApartData() {}

  public static Map<String, Object> of(RunManifest.Model a, RunManifest.Model b, Rows rows) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("a", model(a, rows.ofA()));
    data.put("b", model(b, rows.ofB()));
    data.put("matching", rows.matching());
    data.put("matches", matches(rows, a.grid(), b.grid()));
    return data;
  }

  private static Map<String, Object> model(RunManifest.Model model, List<HeadPattern> rows) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("shape", Shape.of(model));
    data.put("slices", new Slices(Frame.of(rows), model.grid()).all(stratum -> COLUMNS));
    return data;
  }

  private static List<Match> matches(Rows rows, HeadGrid a, HeadGrid b) {
    return rows.matches().stream()
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
  private record Match(int a, int b, Object distance, long nearer) {}
}
