package io.sextant.report.figure;

import io.sextant.report.draw.Cells;
import io.sextant.report.draw.Pen;
import io.sextant.table.RunManifest;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The local layers of a model, whose rows heat maps mark with a bar.
 *
 * @param reaches for each layer, how many positions to each side a query sees, and null if it sees
 *     all; empty if the queries of all layers do
 */
public record LocalLayers(List<Integer> reaches) {
  private static final double BAR = 1;
  private static final double SPACE = 2.2;

  public static LocalLayers of(RunManifest run) {
    return new LocalLayers(run.windows() == null ? List.of() : run.windows());
  }

  /** Returns whether there is none. */
  boolean isEmpty() {
    return reaches.stream().allMatch(Objects::isNull);
  }

  /** Returns how far queries see, such as "64"; several distances are separated by commas. */
  String reach() {
    return reaches.stream()
        .filter(Objects::nonNull)
        .distinct()
        .sorted()
        .map(String::valueOf)
        .collect(Collectors.joining(", "));
  }

  /** Draws a bar to the left of each local layer's row. */
  void draw(Pen pen, Cells cells) {
    for (int layer = 0; layer < reaches.size(); layer++) {
      if (reaches.get(layer) != null) {
        pen.fill(cells.left() - SPACE, cells.y(layer), BAR, cells.side(), Pen.INK);
      }
    }
  }
}
