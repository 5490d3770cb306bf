package io.sextant.report;

import io.sextant.report.draw.ColorScale;
import io.sextant.report.draw.Notation;
import io.sextant.report.draw.Printable;
import io.sextant.report.figure.PatternWords;
import io.sextant.report.page.ApartData;
import io.sextant.report.page.CatalogueData;
import io.sextant.report.page.Facts;
import io.sextant.report.page.Page;
import io.sextant.report.page.PatternParts;
import io.sextant.report.page.Shape;
import io.sextant.report.page.Slices;
import io.sextant.table.DraftFolder;
import io.sextant.table.Frame;
import io.sextant.table.RunManifest;
import io.sextant.table.row.CatalogueRow;
import io.sextant.table.row.HeadDifference;
import io.sextant.table.row.HeadMatch;
import io.sextant.table.row.HeadPattern;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Writes the comparison of two runs as one self-contained page. */
public final class ComparisonReport {
  private static final List<String> COLUMNS =
      List.of(
          "n_clusters_a",
          "label",
          "method",
          "share_a",
          "share_b",
          "difference",
          "difference_low",
          "difference_high",
          "q_value",
          "margin",
          "equivalence_q_value",
          "verdict",
          "lift_ratio",
          "lift_ratio_low",
          "lift_ratio_high",
          "grade_a",
          "grade_b");

  /**
   * The rows that the page shows.
   *
   * @param differences the rows of {@code head_differences}; empty if the models have other shapes
   * @param apart the models' own rows; null if they have the same heads
   * @param catalogue the rows of both runs' tables {@code catalogue}, of which the first with a key
   *     is used
   */
  public record Rows(List<HeadDifference> differences, Apart apart, List<CatalogueRow> catalogue) {}

  /**
   * The rows of two models that do not have the same heads.
   *
   * @param ofA the rows of A's {@code head_patterns} that carry labels, of all pairs
   * @param ofB those of B
   * @param matches the rows of {@code head_matches}
   * @param matching a sentence about how heads were matched
   */
  public record Apart(
      List<HeadPattern> ofA, List<HeadPattern> ofB, List<HeadMatch> matches, String matching) {}

  private ComparisonReport() {}

  /**
   * Writes the page.
   *
   * @param pairing a sentence about how the intervals were computed
   * @param warning why heads should not be compared one by one; null if they can be
   * @param file the file to write, which is replaced if it exists
   * @throws UncheckedIOException if the file cannot be written
   */
  public static void write(
      RunManifest a, RunManifest b, Rows rows, String pairing, String warning, Path file) {
    Map<String, Object> data = data(a, b, rows);
    String title = name(b) + " against " + name(a);
    data.put("windows", a.windows());
    data.put("sampled", Facts.sampled(List.of(a, b)));
    if (!Objects.equals(a.windows(), b.windows())) {
      data.put("windowsOfB", b.windows());
    }
    data.put("title", title);
    data.put("lead", lead(a, b, rows.differences().isEmpty(), pairing));
    data.put("warning", warning);
    List<Facts.Fact> facts =
        Stream.concat(Facts.of("A", a).stream(), Facts.of("B", b).stream()).toList();
    try {
      String page = new Page(title, data, false, facts).html();
      DraftFolder.write(file, draft -> Files.writeString(draft, page));
    } catch (IOException e) {
      throw new UncheckedIOException("the page cannot be written to " + file, e);
    }
  }

  private static String lead(RunManifest a, RunManifest b, boolean otherShapes, String pairing) {
    return String.format(
        Locale.ROOT,
        otherShapes ? "B, %s (%s), beside A, %s (%s). %s" : "B, %s (%s), minus A, %s (%s). %s",
        name(b),
        Notation.count(b.counts().profiled(), b.sampled()),
        name(a),
        Notation.count(a.counts().profiled(), a.sampled()),
        pairing);
  }

  private static String name(RunManifest run) {
    return Printable.cut(run.model().name(), 60) + " on " + Facts.files(run);
  }

  private static Map<String, Object> data(RunManifest a, RunManifest b, Rows rows) {
    boolean otherShapes = rows.differences().isEmpty();
    Frame frame = otherShapes ? Frame.of(rows.apart().ofA()) : Frame.of(rows.differences());
    PatternWords words = new PatternWords(rows.catalogue());
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("app", "comparison");
    data.put("shape", Shape.of(a.model()));
    data.put("scales", ColorScale.all());
    data.put("catalogue", new CatalogueData(words).all());
    data.put("patterns", PatternParts.of(frame, words, row -> isLabelled(frame, row)));
    data.put("strata", Slices.values(frame, "stratum"));
    data.put("units", Slices.values(frame, "unit"));
    data.put("apart", rows.apart() == null ? null : apart(a, b, rows.apart()));
    data.put(
        "slices",
        otherShapes ? List.of() : new Slices(frame, a.model().grid()).all(stratum -> COLUMNS));
    return data;
  }

  private static Map<String, Object> apart(RunManifest a, RunManifest b, Apart apart) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("a", ApartData.model(a, apart.ofA()));
    data.put("b", ApartData.model(b, apart.ofB()));
    data.put("matching", apart.matching());
    data.put("matches", ApartData.matches(apart.matches(), a.model().grid(), b.model().grid()));
    return data;
  }

  /** Returns whether a row is of a part that carries labels; of other shapes, all rows are. */
  private static boolean isLabelled(Frame frame, int row) {
    return Stream.of("grade_a", "grade_b", "grade")
        .anyMatch(column -> frame.columns().contains(column) && frame.value(column, row) != null);
  }
}
