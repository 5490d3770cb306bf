package io.sextant.report.page;

import io.sextant.report.draw.Figure;
import io.sextant.report.draw.Notation;
import io.sextant.report.draw.PictureFormat;
import io.sextant.report.draw.Printable;
import io.sextant.report.draw.SvgDocument;
import io.sextant.report.draw.Typeface;
import io.sextant.report.figure.LocalLayers;
import io.sextant.report.figure.RelationGrid;
import io.sextant.report.figure.SmallMultiples;
import io.sextant.table.RunManifest;
import io.sextant.table.row.HeadRelation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The report's section on syntactic relations: heat maps, and a table of the best heads. */
public final class RelationSection {
  private static final int PANELS = 12;
  private static final int NAMED = 10;
  private static final String FILE = "relations";

  private final List<RelationGrid> grids;
  private final Figure figure;
  private final Typeface typeface;

  private RelationSection(
      List<RelationGrid> grids, String model, LocalLayers local, Typeface typeface) {
    this.grids = grids;
    this.figure = SmallMultiples.ofRelations(grids.stream().limit(PANELS).toList(), model, local);
    this.typeface = typeface;
  }

  /** Returns the section; null if no relation is frequent enough. */
  public static RelationSection of(RunManifest run, List<HeadRelation> rows, Typeface typeface) {
    List<RelationGrid> grids = RelationGrid.of(run.model(), rows);
    return grids.isEmpty()
        ? null
        : new RelationSection(
            grids, Printable.cut(run.model().name(), 200), LocalLayers.of(run), typeface);
  }

  /** Writes the heat maps as a picture {@code relations} in each of the formats. */
  public void write(Path directory, Set<PictureFormat> formats) throws IOException {
    PictureFormat.write(figure, typeface, directory, FILE, formats);
  }

  /** Returns the heat maps as an SVG file in base64. */
  String image() {
    return Base64.getEncoder()
        .encodeToString(SvgDocument.file(figure, typeface).getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Returns the best heads of the ten relations with the greatest lead over the best fixed offset.
   */
  List<Best> best() {
    return grids.stream().limit(NAMED).map(grid -> new Best(grid.best())).toList();
  }

  /** A row of the table, with formatted numbers. */
  record Best(HeadRelation row) {
    String relation() {
      return row.relation();
    }

    String direction() {
      return row.direction().replace('_', ' ');
    }

    int layer() {
      return row.layer();
    }

    int head() {
      return row.head();
    }

    String accuracy() {
      return Notation.exactShare(row.accuracy().value());
    }

    String interval() {
      return Notation.interval(
          Notation.exactShare(row.accuracy().low()), Notation.exactShare(row.accuracy().high()));
    }

    String baseline() {
      return Notation.exactShare(row.baselineAccuracy());
    }

    String offset() {
      return String.format(Locale.ROOT, "%+d", row.baselineOffset());
    }

    String n() {
      return Notation.count(row.n());
    }
  }
}
