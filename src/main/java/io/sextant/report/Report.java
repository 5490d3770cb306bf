package io.sextant.report;

import io.sextant.table.Exemplar;
import io.sextant.table.HeadPattern;
import io.sextant.table.HeadProfile;
import io.sextant.table.HeadRelation;
import io.sextant.table.RunManifest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The report of a run: heat maps as PNG and SVG, and one self-contained page that shows them. */
public final class Report {

  private Report() {}

  /**
   * Writes {@code index.html}; {@code PATTERN.png} and {@code .svg} (scores of the part that
   * decides the label), {@code PATTERN.lift.*}, {@code PATTERN.PART.*} for the other parts; and
   * {@code overview.*}, the scores of all patterns that carry labels; {@code relations.*}, those of
   * syntactic relations. Pictures are 8.5 cm wide (the overview 17.6 cm), PNGs of 300 dots per
   * inch. The same tables on the same machine give the same bytes; machines with different fonts
   * may differ in the pictures' lettering.
   *
   * @param run names the model, whose layers and heads are the shape of every heat map
   * @param patterns rows of {@code head_patterns}; those of stratum {@code all} and unit {@code
   *     token} are shown
   * @param profiles rows of {@code head_profile}; those of stratum {@code all} and unit {@code
   *     token} are shown
   * @param exemplars rows of {@code exemplars}; a pattern without any has no example
   * @param relations rows of {@code head_relations}; empty where the input has no dependencies
   * @param directory is made if it is missing; files of the same names are replaced
   * @throws io.sextant.fault.BadInputException if there is nothing to draw, a row does not belong
   *     to the run's model, or Java finds no fonts on this machine
   * @throws UncheckedIOException if a file cannot be written
   */
  public static void write(
      RunManifest run,
      List<HeadPattern> patterns,
      List<HeadProfile> profiles,
      List<Exemplar> exemplars,
      List<HeadRelation> relations,
      Path directory) {
    Typeface typeface = Typeface.installed();
    List<PatternGroup> groups = PatternGroup.of(run.model(), patterns);
    Figures figures = new Figures(groups, Printable.cut(run.model().name(), 200), typeface);
    RelationSection syntax = RelationSection.of(run, relations, typeface);
    String page = new Page(run, groups, profiles, exemplars, figures, syntax).html();
    try {
      Files.createDirectories(directory);
      figures.write(directory);
      if (syntax != null) {
        syntax.write(directory);
      }
      Files.writeString(directory.resolve("index.html"), page);
    } catch (IOException e) {
      throw new UncheckedIOException("the report cannot be written to " + directory, e);
    }
  }
}
