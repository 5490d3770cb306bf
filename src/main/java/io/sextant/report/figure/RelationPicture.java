package io.sextant.report.figure;

import io.sextant.report.draw.Figure;
import io.sextant.report.draw.PictureFormat;
import io.sextant.report.draw.Printable;
import io.sextant.report.draw.Typeface;
import io.sextant.table.RunManifest;
import io.sextant.table.row.HeadRelation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** The picture of the syntactic relations whose best heads lead most over the best fixed offset. */
public final class RelationPicture {
  private static final int PANELS = 12;
  private static final String FILE = "relations";

  private final Figure figure;
  private final Typeface typeface;

  private RelationPicture(
      List<RelationGrid> grids, String model, LocalLayers local, Typeface typeface) {
    this.figure = SmallMultiples.ofRelations(grids.stream().limit(PANELS).toList(), model, local);
    this.typeface = typeface;
  }

  /** Returns the picture; null if no relation is frequent enough. */
  public static RelationPicture of(RunManifest run, List<HeadRelation> rows, Typeface typeface) {
    List<RelationGrid> grids = RelationGrid.of(run.model(), rows);
    return grids.isEmpty()
        ? null
        : new RelationPicture(
            grids, Printable.cut(run.model().name(), 200), LocalLayers.of(run), typeface);
  }

  /** Writes the heat maps as a picture {@code relations} in each of the formats. */
  public void write(Path directory, Set<PictureFormat> formats) throws IOException {
    PictureFormat.write(figure, typeface, directory, FILE, formats);
  }
}
