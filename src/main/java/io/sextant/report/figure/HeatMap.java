package io.sextant.report.figure;

import io.sextant.report.draw.CellInk;
import io.sextant.report.draw.Cells;
import io.sextant.report.draw.Cells.Values;
import io.sextant.report.draw.ColorAxis;
import io.sextant.report.draw.CorrelationAxis;
import io.sextant.report.draw.Figure;
import io.sextant.report.draw.Legend;
import io.sextant.report.draw.LiftAxis;
import io.sextant.report.draw.Notation;
import io.sextant.report.draw.Pen;
import io.sextant.report.draw.Pen.Anchor;
import io.sextant.report.draw.Pen.Type;
import io.sextant.report.draw.ShareAxis;
import io.sextant.report.draw.Typeface.Weight;
import io.sextant.table.HeadGrid;
import java.util.Locale;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;

/**
 * A heat map of one number of a pattern's part for every head. The number is written into the
 * head's square, in bold if the head exhibits the pattern. The square is lightly hatched if there
 * are too few pairs.
 */
final class HeatMap implements Figure {
  private static final double LEFT = 22;
  private static final double TOP = 52;
  private static final double HEADING = 31;
  private static final double RIGHT = 5;
  private static final double WIDEST = COLUMN - LEFT - RIGHT;
  private static final double WIDEST_CELL = 28;
  private static final double GAP = .6;
  private static final double SMALLEST_TYPE = 3.4;
  private static final double NOTE = 9;
  private static final double NOTE_SIZE = 5.8;

  private final ScoreGrid grid;
  private final String model;
  private final String quantity;
  private final Values values;
  private final DoubleFunction<String> notation;
  private final ColorAxis axis;
  private final LocalLayers local;
  private final Cells cells;

  private HeatMap(
      ScoreGrid grid,
      String model,
      String quantity,
      Values values,
      DoubleFunction<String> notation,
      ColorAxis axis,
      LocalLayers local) {
    this.local = local;
    this.grid = grid;
    this.model = model;
    this.quantity = quantity;
    this.values = values;
    this.notation = notation;
    this.axis = axis;
    double pitch = Math.min(WIDEST_CELL, WIDEST / grid.heads());
    this.cells = new Cells(grid.layers(), grid.heads(), LEFT, TOP, pitch, GAP);
  }

  /** Returns the heat map of a part's scores: shares from chance to 1, or correlations around 0. */
  static HeatMap scores(ScoreGrid grid, String model, LocalLayers local) {
    ColorAxis axis =
        grid.isShare()
            ? new ShareAxis(grid.chance())
            : CorrelationAxis.holding(every(grid, grid::score));
    return new HeatMap(
        grid, model, grid.judgedBy().label(), grid::score, Notation::share, axis, local);
  }

  /** Returns the heat map of a part's lifts around 1. */
  static HeatMap lifts(ScoreGrid grid, String model, LocalLayers local) {
    ColorAxis axis = LiftAxis.holding(every(grid, grid::lift));
    return new HeatMap(
        grid, model, "lift: attention over chance", grid::lift, Notation::lift, axis, local);
  }

  private static double[] every(ScoreGrid scores, Values values) {
    HeadGrid grid = new HeadGrid(scores.layers(), scores.heads());
    return IntStream.range(0, grid.heads())
        .mapToDouble(number -> values.of(grid.layer(number), grid.head(number)))
        .toArray();
  }

  @Override
  public double width() {
    return COLUMN;
  }

  @Override
  public double height() {
    int notes = local.isEmpty() ? 2 : 3;
    return cells.bottom() + 8 + Legend.HEIGHT + notes * NOTE + 2;
  }

  @Override
  public double heading() {
    return HEADING;
  }

  @Override
  public String description() {
    return String.format(
        Locale.ROOT,
        "Heat map of %d layers by %d heads: %s, %s.",
        grid.layers(),
        grid.heads(),
        title(),
        quantity);
  }

  Cells cells() {
    return cells;
  }

  @Override
  public void draw(Pen pen) {
    drawHeading(pen);
    drawIndices(pen);
    drawLocalLayers(pen);
    cells.draw(pen, values, grid::isShort, axis);
    if (valuesAreLegible()) {
      drawValues(pen);
    }
    new Legend(axis).draw(pen, LEFT, cells.bottom() + 8, WIDEST);
    drawNotes(pen, notes());
  }

  private boolean isWhole() {
    return grid.part().equals("all");
  }

  private String title() {
    String title = grid.title();
    return isWhole() ? title : title + ": " + grid.partTitle();
  }

  private void drawHeading(Pen pen) {
    Type heading = Type.bold(9.5, Pen.INK);
    String title = grid.title();
    pen.text(pen.fitting(title, heading, WIDEST), LEFT, 11, heading, Anchor.START);
    Type small = Type.plain(6.6, Pen.FAINT);
    if (!isWhole()) {
      Type part = Type.plain(6.6, Pen.INK);
      pen.text(grid.partTitle(), LEFT, 20, part, Anchor.START);
    }
    String measured = quantity + " · " + grid.inputs() + " · ";
    String name = pen.fitting(model, small, WIDEST - pen.width(measured, small));
    pen.text(measured + name, LEFT, isWhole() ? 20 : 28.5, small, Anchor.START);
  }

  private void drawIndices(Pen pen) {
    Type index = Type.plain(Math.min(6.4, cells.pitch() * .55), Pen.FAINT);
    Type axisName = Type.plain(6.4, Pen.INK);
    double middle = cells.side() / 2;
    pen.text("head", (LEFT + cells.right()) / 2, TOP - 12, axisName, Anchor.MIDDLE);
    pen.textUp("layer", 6.4, (TOP + cells.bottom()) / 2, axisName);
    for (int head = 0; head < grid.heads(); head++) {
      pen.text(Integer.toString(head), cells.x(head) + middle, TOP - 3.5, index, Anchor.MIDDLE);
    }
    for (int layer = 0; layer < grid.layers(); layer++) {
      double baseline = cells.y(layer) + middle + index.size() * .36;
      pen.text(Integer.toString(layer), LEFT - 3.5, baseline, index, Anchor.END);
    }
  }

  private void drawLocalLayers(Pen pen) {
    if (!local.isEmpty()) {
      local.draw(pen, cells);
      String note =
          "Bar: local layer, whose queries see " + local.reach() + " positions to each side.";
      pen.text(note, LEFT, notes() + 2 * NOTE, Type.plain(NOTE_SIZE, Pen.FAINT), Anchor.START);
    }
  }

  /** Returns the baseline of the first note. */
  private double notes() {
    return cells.bottom() + 8 + Legend.HEIGHT + 3;
  }

  private double valueSize() {
    return Math.min(8, cells.pitch() * .4);
  }

  private boolean valuesAreLegible() {
    return valueSize() >= SMALLEST_TYPE;
  }

  private void drawValues(Pen pen) {
    double size = valueSize();
    double middle = cells.side() / 2;
    cells.forEachMeasured(
        values,
        (layer, head, number) -> {
          Weight weight = grid.exhibits(layer, head) ? Weight.BOLD : Weight.PLAIN;
          Type type = new Type(size, weight, CellInk.on(axis.color(number)));
          double baseline = cells.y(layer) + middle + size * .36;
          pen.text(notation.apply(number), cells.x(head) + middle, baseline, type, Anchor.MIDDLE);
        });
  }

  private void drawNotes(Pen pen, double baseline) {
    Type note = Type.plain(NOTE_SIZE, Pen.FAINT);
    double x = LEFT;
    if (grid.isLabel() && valuesAreLegible()) {
      pen.text("bold: exhibits the pattern", x, baseline, note, Anchor.START);
      x += pen.width("bold: exhibits the pattern", note) + 10;
    }
    Hatches.draw(pen, axis, grid.tooFew(), x, baseline);
    pen.text("Layers and heads count from 0.", LEFT, baseline + NOTE, note, Anchor.START);
  }
}
