package io.sextant.report;

import io.sextant.report.draw.Notation;
import io.sextant.report.draw.Printable;
import io.sextant.report.draw.Typeface;
import io.sextant.report.figure.Figures;
import io.sextant.report.figure.PatternGroup;
import io.sextant.report.figure.PatternWords;
import io.sextant.report.page.Facts;
import io.sextant.report.page.Page;
import io.sextant.report.page.RelationSection;
import io.sextant.table.DraftFolder;
import io.sextant.table.RunManifest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The report of a run: heat maps as PNG and SVG, and one self-contained page that shows it all. */
public final class Report {
  private static final int LONGEST_NAME = 60;

  private Report() {}

  /**
   * Writes {@code index.html}, the interactive page; {@code PATTERN.png} and {@code .svg} (scores
   * of the part that decides the label), {@code PATTERN.lift.*}, {@code PATTERN.PART.*} for the
   * other parts; and {@code overview.*}, the scores of all patterns that carry labels; {@code
   * relations.*}, those of syntactic relations. Pictures are 8.5 cm wide (the overview 17.6 cm),
   * PNGs of 300 dots per inch. The same tables on the same machine give the same bytes; machines
   * with different fonts may differ in the pictures' lettering.
   *
   * <p>The page shows all strata, parts and units; the pictures those of stratum {@code all} and
   * unit {@code token}. Columns and tables that the run lacks are left out of the page.
   *
   * @param run names the model, whose layers and heads are the shape of every heat map
   * @param directory is made if it is missing; files of the same names are replaced, when all are
   *     written
   * @throws io.sextant.fault.BadInputException if there is nothing to draw, a row does not belong
   *     to the run's model, or Java finds no fonts on this machine
   * @throws UncheckedIOException if a file cannot be written
   */
  public static void write(RunManifest run, RunTables tables, Path directory) {
    Typeface typeface = Typeface.installed();
    PatternWords words = new PatternWords(tables.catalogue());
    List<PatternGroup> groups = PatternGroup.of(run.model(), tables.patterns(), words);
    Figures figures = new Figures(groups, Printable.cut(run.model().name(), 200), typeface);
    RelationSection relations = RelationSection.of(run, tables.relations(), typeface);
    String page = page(run, new ReportData(run.model(), tables, groups, words), relations).html();
    try (DraftFolder drafts = DraftFolder.in(directory)) {
      figures.write(drafts.path());
      if (relations != null) {
        relations.write(drafts.path());
      }
      Files.writeString(drafts.path().resolve("index.html"), page);
      drafts.commit();
    } catch (IOException e) {
      throw new UncheckedIOException("the report cannot be written to " + directory, e);
    }
  }

  private static Page page(RunManifest run, ReportData tables, RelationSection relations) {
    Map<String, Object> data = tables.all();
    String model = Printable.cut(run.model().name(), LONGEST_NAME);
    long heads = run.model().grid().heads();
    data.put("title", "What the attention heads of " + model + " attend to");
    data.put(
        "lead",
        String.format(
            Locale.ROOT,
            "%s, measured over %s. Each square is a head: the stronger its colour, the more of its attention goes where the pattern says, beyond what chance would give.",
            Notation.count(heads, "head"),
            Notation.count(run.counts().profiled(), "pair")));
    data.put("warning", warning(run));
    return new Page("Attention heads of " + model, data, true, relations, Facts.of(run));
  }

  /** What a reader must know of a run that did not succeed; empty for one that did. */
  private static String warning(RunManifest run) {
    if (run.status().equals("succeeded")) {
      return "";
    }
    String reason = run.message() == null ? "" : ": " + Printable.cut(run.message(), 400);
    return "This run is " + run.status() + reason;
  }
}
