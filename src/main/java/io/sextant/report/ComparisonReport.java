package io.sextant.report;

import io.sextant.report.draw.ColorScale;
import io.sextant.report.draw.Notation;
import io.sextant.report.draw.Printable;
import io.sextant.report.figure.PatternWords;
import io.sextant.report.page.CatalogueData;
import io.sextant.report.page.Facts;
import io.sextant.report.page.Page;
import io.sextant.report.page.Shape;
import io.sextant.report.page.Slices;
import io.sextant.table.DraftFolder;
import io.sextant.table.Frame;
import io.sextant.table.RunManifest;
import io.sextant.table.row.CatalogueRow;
import io.sextant.table.row.HeadDifference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
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

  private ComparisonReport() {}

  /**
   * Writes the page.
   *
   * @param rows the rows of {@code head_differences}, for models of the same shape; not empty
   * @param catalogue the rows of both runs' tables {@code catalogue}, of which the first with a key
   *     is used
   * @param pairing a sentence about how the intervals were computed
   * @param file the file to write, which is replaced if it exists
   * @throws UncheckedIOException if the file cannot be written
   */
  public static void write(
      RunManifest a,
      RunManifest b,
      List<HeadDifference> rows,
      List<CatalogueRow> catalogue,
      String pairing,
      Path file) {
    Map<String, Object> data = data(a.model(), rows, new PatternWords(catalogue));
    String title = name(b) + " against " + name(a);
    data.put("title", title);
    data.put("lead", lead(a, b, pairing));
    List<Facts.Fact> facts = Stream.concat(facts("A", a).stream(), facts("B", b).stream()).toList();
    try {
      String page = new Page(title, data, false, null, facts).html();
      DraftFolder.write(file, draft -> Files.writeString(draft, page));
    } catch (IOException e) {
      throw new UncheckedIOException("the page cannot be written to " + file, e);
    }
  }

  private static String lead(RunManifest a, RunManifest b, String pairing) {
    return String.format(
        Locale.ROOT,
        "B, %s (%s), minus A, %s (%s). %s",
        name(b),
        Notation.count(b.counts().profiled(), "pair"),
        name(a),
        Notation.count(a.counts().profiled(), "pair"),
        pairing);
  }

  /** Returns the model and the files of a run, such as "bert-base-uncased on snli.tsv". */
  private static String name(RunManifest run) {
    String files =
        run.input().paths().stream()
            .map(path -> path.substring(path.lastIndexOf('/') + 1))
            .collect(Collectors.joining(", "));
    return Printable.cut(run.model().name(), 60) + " on " + Printable.cut(files, 60);
  }

  private static List<Facts.Fact> facts(String run, RunManifest manifest) {
    return Facts.of(manifest).stream()
        .map(fact -> new Facts.Fact(run + " · " + fact.name(), fact.text()))
        .toList();
  }

  private static Map<String, Object> data(
      RunManifest.Model model, List<HeadDifference> rows, PatternWords words) {
    Frame frame = Frame.of(rows);
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("app", "comparison");
    data.put("shape", Shape.of(model));
    data.put("scales", ColorScale.all());
    data.put("catalogue", new CatalogueData(words).all());
    data.put("patterns", patterns(rows, words));
    data.put("strata", Slices.values(frame, "stratum"));
    data.put("units", Slices.values(frame, "unit"));
    data.put("slices", new Slices(frame, model.grid()).all(stratum -> COLUMNS));
    return data;
  }

  /** Returns the patterns with their parts, of which the one that carries labels comes first. */
  private static List<CatalogueData.Pattern> patterns(
      List<HeadDifference> rows, PatternWords words) {
    Map<String, List<String>> parts = new LinkedHashMap<>();
    for (HeadDifference row : rows) {
      List<String> known = parts.computeIfAbsent(row.pattern(), absent -> new ArrayList<>());
      if (!known.contains(row.part())) {
        known.add(row.part());
      }
    }
    CatalogueData catalogue = new CatalogueData(words);
    return parts.keySet().stream()
        .sorted(words.order())
        .map(
            pattern ->
                catalogue.pattern(
                    pattern, words.judgedBy(pattern), main(pattern, rows), parts.get(pattern)))
        .toList();
  }

  private static String main(String pattern, List<HeadDifference> rows) {
    return rows.stream()
        .filter(row -> row.pattern().equals(pattern))
        .filter(row -> row.gradeA() != null || row.gradeB() != null)
        .map(HeadDifference::part)
        .findFirst()
        .orElse(
            rows.stream()
                .filter(row -> row.pattern().equals(pattern))
                .findFirst()
                .orElseThrow()
                .part());
  }
}
