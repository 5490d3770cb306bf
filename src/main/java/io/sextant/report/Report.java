package io.sextant.report;

import io.sextant.report.draw.Notation;
import io.sextant.report.draw.Printable;
import io.sextant.report.draw.Typeface;
import io.sextant.report.figure.Figures;
import io.sextant.report.figure.LocalLayers;
import io.sextant.report.figure.PatternGroup;
import io.sextant.report.figure.PatternWords;
import io.sextant.report.figure.RelationPicture;
import io.sextant.report.finding.Findings;
import io.sextant.report.page.Facts;
import io.sextant.report.page.Page;
import io.sextant.table.DraftFolder;
import io.sextant.table.RunManifest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Writes the report of a run: heat maps as pictures, and one self-contained page. */
public final class Report {
  private static final int LONGEST_NAME = 60;

  private Report() {}

  /**
   * Writes all files of the report:
   *
   * <ul>
   *   <li>{@code index.html}, the interactive page;
   *   <li>{@code PATTERN.*}, in each format, the scores of the part that determines the label;
   *   <li>{@code PATTERN.lift.*}, its lifts, and {@code PATTERN.PART.*}, the scores of other parts;
   *   <li>{@code overview.*}, the scores of all patterns that carry labels;
   *   <li>{@code relations.*}, the scores of syntactic relations.
   * </ul>
   *
   * <p>Pictures are 8.5 cm wide, the overview and the relations 17.6 cm, and PNG files have 300
   * dots per inch. Equal tables give equal bytes on the same machine. Only characters that
   * Liberation Sans lacks depend on the installed fonts.
   *
   * <p>The page shows all strata, parts and units. The pictures show the stratum {@code all} and
   * the unit {@code token}. Columns and tables that the run lacks are left out of the page.
   *
   * @param run the manifest of the run, whose layers and heads are the shape of every heat map
   * @param directory the folder to write to, which is created if it is missing; existing files are
   *     replaced when all new ones are written
   * @param pictures the formats of the pictures
   * @return the scripts in the pictures that no font of this machine has
   * @throws io.sextant.fault.BadInputException if there is nothing to draw, a row does not belong
   *     to the run's model, or Java cannot use fonts on this machine
   * @throws UncheckedIOException if a file cannot be written
   */
  public static Set<String> write(
      RunManifest run, RunTables tables, EffectRows effects, Path directory, Pictures pictures) {
    Typeface typeface = Typeface.load();
    PatternWords words = new PatternWords(tables.catalogue());
    List<PatternGroup> groups = PatternGroup.of(run, tables.patterns(), words);
    Figures figures =
        new Figures(groups, Printable.cut(run.model().name(), 200), LocalLayers.of(run), typeface);
    RelationPicture relations = RelationPicture.of(run, tables.syntax().relations(), typeface);
    Findings findings = Findings.of(run, tables.patterns(), tables.catalogue());
    ReportData data = new ReportData(run.model(), tables, groups, words);
    String page = page(run, findings, withEffects(run, data.all(), effects)).html();
    try (DraftFolder drafts = DraftFolder.in(directory)) {
      figures.write(drafts.path(), pictures.formats());
      if (relations != null) {
        relations.write(drafts.path(), pictures.formats());
      }
      Files.writeString(drafts.path().resolve("index.html"), page);
      drafts.commit();
      return typeface.missing();
    } catch (IOException e) {
      throw new UncheckedIOException("the report cannot be written to " + directory, e);
    }
  }

  private static Map<String, Object> withEffects(
      RunManifest run, Map<String, Object> data, EffectRows effects) {
    boolean measured = run.effects() != null && !effects.heads().isEmpty();
    data.put(
        "effects",
        measured ? new EffectData(effects, run.effects(), run.model().grid()).all() : null);
    return data;
  }

  private static Page page(RunManifest run, Findings findings, Map<String, Object> data) {
    String model = Printable.cut(run.model().name(), LONGEST_NAME);
    long heads = run.model().grid().heads();
    data.put("windows", run.windows());
    data.put("title", "What the attention heads of " + model + " attend to");
    data.put(
        "lead",
        String.format(
            Locale.ROOT,
            "%s, measured over %s. Each square is a head: the stronger its colour, the more of its"
                + " attention goes where the pattern says, beyond what chance would give.",
            Notation.count(heads, "head"),
            Notation.count(run.counts().profiled(), run.sampled())));
    data.put("warning", warning(run));
    data.put("findings", findings.data());
    data.put("sampled", run.sampled());
    return new Page("Attention heads of " + model, data, true, Facts.of(run));
  }

  /** Returns a warning about a run that did not succeed; empty if it did. */
  private static String warning(RunManifest run) {
    if (run.status().equals("succeeded")) {
      return "";
    }
    String reason = run.message() == null ? "" : ": " + Printable.cut(run.message(), 400);
    return "This run is " + run.status() + reason;
  }
}
