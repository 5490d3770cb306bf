package io.sextant.report;

import io.sextant.report.Pen.Anchor;
import io.sextant.report.Pen.Type;
import io.sextant.report.Typeface.Weight;
import java.awt.Color;
import java.util.stream.IntStream;

/**
 * One number of one part of a pattern for every head: layers down, heads across, the values in the
 * cells, bold where the head exhibits the pattern, hatched where too few pairs speak.
 */
final class HeatMap implements Figure {
  private static final double LEFT = 22;
  private static final double TOP = 50;
  private static final double HEADING = 28;
  private static final double RIGHT = 5;
  private static final double WIDEST_CELL = 28;
  private static final double GAP = .6;
  private static final double SMALLEST_TYPE = 3.4;
  private static final double NOTE = 9;

  private interface Value {
    double of(int layer, int head);
  }

  private final HeadGrid grid;
  private final Value value;
  private final ColorAxis axis;
  private final String model;
  private final double cell;

  private HeatMap(HeadGrid grid, Value value, ColorAxis axis, String model) {
    this.grid = grid;
    this.value = value;
    this.axis = axis;
    this.model = model;
    this.cell = Math.min(WIDEST_CELL, (COLUMN - LEFT - RIGHT) / grid.heads());
  }

  /** The scores of a part, coloured from chance to 1. */
  static HeatMap scores(HeadGrid grid, String model) {
    return new HeatMap(
        grid, grid::score, new ShareAxis(grid.chance(), grid.judgedBy().label()), model);
  }

  /** The lifts of a part, coloured around 1. */
  static HeatMap lifts(HeadGrid grid, String model) {
    double[] lifts =
        IntStream.range(0, grid.layers() * grid.heads())
            .mapToDouble(i -> grid.lift(i / grid.heads(), i % grid.heads()))
            .toArray();
    return new HeatMap(grid, grid::lift, LiftAxis.holding(lifts), model);
  }

  @Override
  public double width() {
    return COLUMN;
  }

  @Override
  public double height() {
    return TOP + cell * grid.layers() + 8 + Legend.HEIGHT + 2 * NOTE + 2;
  }

  @Override
  public double heading() {
    return HEADING;
  }

  @Override
  public String description() {
    return String.format(
        "Heat map of %d layers by %d heads: %s, %s. The strongest heads are listed in the table"
            + " beside it.",
        grid.layers(), grid.heads(), title(), axis.label());
  }

  /** Left edge of a head's column, in points. */
  double x(int head) {
    return LEFT + cell * head;
  }

  /** Top edge of a layer's row, in points. */
  double y(int layer) {
    return TOP + cell * layer;
  }

  /** Side of a cell, in points, the gap to the next included. */
  double cell() {
    return cell;
  }

  @Override
  public void draw(Pen pen) {
    drawHeading(pen);
    drawIndices(pen);
    drawCells(pen);
    drawValues(pen);
    double below = y(grid.layers()) + 8;
    new Legend(axis).draw(pen, LEFT, below, COLUMN - LEFT - RIGHT);
    drawNotes(pen, below + Legend.HEIGHT + 3);
  }

  private String title() {
    String title = PatternWords.title(grid.pattern());
    return grid.isLabel() || grid.part().equals("all")
        ? title
        : title + ": " + PatternWords.part(grid.part());
  }

  private void drawHeading(Pen pen) {
    double room = COLUMN - LEFT - RIGHT;
    Type heading = Type.bold(9.5, Pen.INK);
    pen.text(pen.fitting(title(), heading, room), LEFT, 11, heading, Anchor.START);
    Type small = Type.plain(6.6, Pen.FAINT);
    String pairs = axis.label() + " · " + Notation.count(grid.pairs(), "pair") + " · ";
    String name = pen.fitting(model, small, room - pen.width(pairs, small));
    pen.text(pairs + name, LEFT, 21, small, Anchor.START);
  }

  private void drawIndices(Pen pen) {
    Type index = Type.plain(Math.min(6.4, cell * .55), Pen.FAINT);
    Type axisName = Type.plain(6.4, Pen.INK);
    pen.text("head", (x(0) + x(grid.heads())) / 2, TOP - 12, axisName, Anchor.MIDDLE);
    pen.textUp("layer", 6.4, (y(0) + y(grid.layers())) / 2, axisName);
    for (int head = 0; head < grid.heads(); head++) {
      pen.text(Integer.toString(head), x(head) + cell / 2, TOP - 3.5, index, Anchor.MIDDLE);
    }
    for (int layer = 0; layer < grid.layers(); layer++) {
      double baseline = y(layer) + cell / 2 + index.size() * .36;
      pen.text(Integer.toString(layer), LEFT - 3.5, baseline, index, Anchor.END);
    }
  }

  private void drawCells(Pen pen) {
    double side = cell - GAP;
    for (int layer = 0; layer < grid.layers(); layer++) {
      for (int head = 0; head < grid.heads(); head++) {
        double number = value.of(layer, head);
        if (Double.isNaN(number)) {
          pen.hatch(x(head), y(layer), side);
        } else {
          pen.fill(x(head), y(layer), side, side, axis.color(number));
        }
      }
    }
  }

  private void drawValues(Pen pen) {
    if (!valuesLegible()) {
      return;
    }
    double size = valueSize();
    for (int layer = 0; layer < grid.layers(); layer++) {
      for (int head = 0; head < grid.heads(); head++) {
        double number = value.of(layer, head);
        if (!Double.isNaN(number)) {
          Weight weight = grid.exhibits(layer, head) ? Weight.BOLD : Weight.PLAIN;
          Type type = new Type(size, weight, readableOn(axis.color(number)));
          double centre = (cell - GAP) / 2;
          double baseline = y(layer) + centre + size * .36;
          pen.text(axis.cell(number), x(head) + centre, baseline, type, Anchor.MIDDLE);
        }
      }
    }
  }

  private double valueSize() {
    return Math.min(8, cell * .4);
  }

  private boolean valuesLegible() {
    return valueSize() >= SMALLEST_TYPE;
  }

  /** Dark or white, whichever stands out more (WCAG 2.2 contrast). */
  private static Color readableOn(Color ground) {
    double light = ColorScale.luminance(ground) + .05;
    return 1.05 / light > light / (ColorScale.luminance(Pen.INK) + .05) ? Color.WHITE : Pen.INK;
  }

  private void drawNotes(Pen pen, double baseline) {
    Type note = Type.plain(5.8, Pen.FAINT);
    double x = LEFT;
    if (grid.isLabel() && valuesLegible()) {
      pen.text("bold: exhibits the pattern", x, baseline, note, Anchor.START);
      x += pen.width("bold: exhibits the pattern", note) + 10;
    }
    pen.hatch(x, baseline - 5.2, 6);
    pen.text("too few pairs, or not measured", x + 8.5, baseline, note, Anchor.START);
    String counted =
        grid.layers() > 2
            ? "Layers and heads count from 0; the article’s layer 2 head 0 is row 2, column 0."
            : "Layers and heads count from 0.";
    pen.text(counted, LEFT, baseline + NOTE, note, Anchor.START);
  }
}
