package io.sextant.report;

import io.sextant.math.RandomEffects;
import io.sextant.report.draw.ColorScale;
import io.sextant.report.draw.Printable;
import io.sextant.report.figure.PatternWords;
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
import io.sextant.table.row.PooledShare;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes what several corpora say of one model as a self-contained page. */
public final class PoolReport {
  private static final List<String> COLUMNS =
      List.of(
          "n_runs",
          "pooled",
          "pooled_low",
          "pooled_high",
          "tau2",
          "i2",
          "prediction_low",
          "prediction_high",
          "least",
          "greatest",
          "exhibited_by",
          "grade",
          "holds");

  private PoolReport() {}

  /**
   * Writes the page.
   *
   * @param runs the manifests of the runs, of one model; at least one
   * @param rows the rows of {@code pooled_shares}; not empty
   * @param catalogue the rows of the runs' tables {@code catalogue}, of which the first with a key
   *     is used
   * @param file the file to write, which is replaced if it exists
   * @throws UncheckedIOException if the file cannot be written
   */
  public static void write(
      List<RunManifest> runs, List<PooledShare> rows, List<CatalogueRow> catalogue, Path file) {
    RunManifest.Model model = runs.get(0).model();
    Frame frame = Frame.of(rows);
    PatternWords words = new PatternWords(catalogue);
    String title = Printable.cut(model.name(), 60) + " over " + runs.size() + " corpora";
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("app", "pool");
    data.put("title", title);
    data.put("lead", lead(runs));
    data.put("shape", Shape.of(model));
    data.put("windows", runs.get(0).windows());
    data.put("sampled", Facts.sampled(runs));
    data.put("scales", ColorScale.all());
    data.put("catalogue", new CatalogueData(words).all());
    data.put("patterns", PatternParts.of(frame, words, row -> frame.value("grade", row) != null));
    data.put("strata", Slices.values(frame, "stratum"));
    data.put("units", Slices.values(frame, "unit"));
    data.put("slices", new Slices(frame, model.grid()).all(stratum -> COLUMNS));
    try {
      String page = new Page(title, data, false, facts(runs)).html();
      DraftFolder.write(file, draft -> Files.writeString(draft, page));
    } catch (IOException e) {
      throw new UncheckedIOException("the page cannot be written to " + file, e);
    }
  }

  private static String lead(List<RunManifest> runs) {
    String corpora = runs.stream().map(Facts::files).collect(Collectors.joining("; "));
    String few =
        runs.size() == RandomEffects.FEWEST
            ? " Three corpora say little about how corpora differ, so predictions are wide."
            : "";
    return String.format(
        Locale.ROOT,
        "Scores over %s. A label holds if every corpus gives it, and the 95 %% prediction interval"
            + " of a new corpus lies above the cut.%s",
        corpora,
        few);
  }

  private static List<Facts.Fact> facts(List<RunManifest> runs) {
    return IntStream.range(0, runs.size())
        .boxed()
        .flatMap(i -> Facts.of("Run " + (i + 1), runs.get(i)).stream())
        .toList();
  }
}
