package io.sextant.report.figure;

import io.sextant.report.draw.Figure;
import io.sextant.report.draw.PictureFormat;
import io.sextant.report.draw.SvgDocument;
import io.sextant.report.draw.Typeface;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The pictures of a report, by the names of their files. */
public final class Figures {
  private static final String OVERVIEW = "overview";

  private final Map<String, Figure> figures = new LinkedHashMap<>();
  private final Typeface typeface;

  public Figures(List<PatternGroup> groups, String model, LocalLayers local, Typeface typeface) {
    this.typeface = typeface;
    for (PatternGroup group : groups) {
      figures.put(group.pattern(), HeatMap.scores(group.main(), model, local));
      if (group.main().isShare()) {
        figures.put(lift(group), HeatMap.lifts(group.main(), model, local));
      }
      for (ScoreGrid part : group.parts()) {
        figures.put(part(part), HeatMap.scores(part, model, local));
      }
    }
    List<ScoreGrid> labels =
        groups.stream().map(PatternGroup::main).filter(ScoreGrid::isLabel).toList();
    if (!labels.isEmpty()) {
      figures.put(OVERVIEW, SmallMultiples.ofPatterns(labels, model, local));
    }
  }

  /** Returns the name of the heat map of a pattern's lifts. */
  static String lift(PatternGroup group) {
    return group.pattern() + ".lift";
  }

  /** Returns the name of the heat map of a part that does not determine the label. */
  static String part(ScoreGrid part) {
    return part.pattern() + "." + part.part();
  }

  /** Writes every picture in each of the formats. */
  public void write(Path directory, Set<PictureFormat> formats) throws IOException {
    for (Map.Entry<String, Figure> figure : figures.entrySet()) {
      PictureFormat.write(figure.getValue(), typeface, directory, figure.getKey(), formats);
    }
  }

  /** Returns a picture as an element of the page. */
  String svg(String name) {
    return SvgDocument.element(figures.get(name), typeface);
  }

  /** Returns the overview as an element of the page; empty if no pattern carries labels. */
  String overview() {
    return figures.containsKey(OVERVIEW) ? svg(OVERVIEW) : "";
  }
}
