package io.sextant.report.figure;

import io.sextant.report.draw.Cells;
import io.sextant.report.draw.ChanceCorrectedAxis;
import io.sextant.report.draw.Figure;
import io.sextant.report.draw.Legend;
import io.sextant.report.draw.Notation;
import io.sextant.report.draw.Pen;
import io.sextant.report.draw.Pen.Anchor;
import io.sextant.report.draw.Pen.Type;
import io.sextant.report.draw.ShareAxis;
import io.sextant.table.row.HeadPattern;
import java.util.List;
import java.util.Locale;

/** Small multiples: the scores of several patterns, side by side on one scale of colours. */
final class Overview implements Figure {
  private static final double PAGE = 500;
  private static final double MARGIN = 2;
  private static final int COLUMNS = 4;
  private static final double GUTTER = 14;
  private static final double HEADING = 34;
  private static final double CAPTION = 22;
  private static final double WIDEST_CELL = 20;
  private static final double GAP = .35;
  private static final double INDEX = 8;

  private static final double LEGEND = 220;

  private final List<ScoreGrid> grids;
  private final String model;
  private final double panel = (PAGE - 2 * MARGIN - (COLUMNS - 1) * GUTTER) / COLUMNS;
  private final double cell;

  /**
   * An overview of the given patterns.
   *
   * @param grids at least one, all of one shape
   */
  Overview(List<ScoreGrid> grids, String model) {
    this.grids = List.copyOf(grids);
    this.model = model;
    this.cell = Math.min(WIDEST_CELL, (panel - INDEX) / grids.get(0).heads());
  }

  @Override
  public double width() {
    return PAGE;
  }

  @Override
  public double height() {
    return HEADING + (grids.size() + COLUMNS - 1) / COLUMNS * row() + Legend.HEIGHT + 4;
  }

  private double row() {
    return CAPTION + INDEX + cell * grids.get(0).layers() + GUTTER;
  }

  @Override
  public double heading() {
    return HEADING;
  }

  @Override
  public String description() {
    StringBuilder text = new StringBuilder("Small heat maps of layers by heads, one per pattern.");
    for (ScoreGrid grid : grids) {
      text.append(' ').append(grid.title()).append(", ");
      text.append(strongest(grid)).append('.');
    }
    return text.toString();
  }

  @Override
  public void draw(Pen pen) {
    Type heading = Type.bold(10.5, Pen.INK);
    Type small = Type.plain(7, Pen.FAINT);
    double text = MARGIN + INDEX;
    pen.text(pen.fitting(model, heading, PAGE - 2 * text), text, 11, heading, Anchor.START);
    String reading =
        "Layers down, heads across, counted from 0. Colour runs from each pattern’s chance to 1.";
    pen.text(reading, text, 21.5, small, Anchor.START);
    for (int i = 0; i < grids.size(); i++) {
      double left = MARGIN + i % COLUMNS * (panel + GUTTER);
      drawPanel(pen, grids.get(i), left, HEADING + i / COLUMNS * row());
    }
    double below = height() - Legend.HEIGHT - 2;
    new Legend(new ChanceCorrectedAxis()).draw(pen, text, below, LEGEND);
  }

  private void drawPanel(Pen pen, ScoreGrid grid, double left, double top) {
    Type title = Type.bold(6.8, Pen.INK);
    Type small = Type.plain(6, Pen.FAINT);
    Type index = Type.plain(5, Pen.FAINT);
    String name = pen.fitting(grid.title(), title, panel - INDEX);
    pen.text(name, left + INDEX, top + 8, title, Anchor.START);
    pen.text(strongest(grid), left + INDEX, top + 16.5, small, Anchor.START);
    Cells cells =
        new Cells(grid.layers(), grid.heads(), left + INDEX, top + CAPTION + INDEX, cell, GAP);
    for (int head : ends(grid.heads())) {
      double x = cells.x(head) + cells.side() / 2;
      pen.text(Integer.toString(head), x, cells.top() - 2, index, Anchor.MIDDLE);
    }
    for (int layer : ends(grid.layers())) {
      double baseline = cells.y(layer) + cells.side() / 2 + 1.8;
      pen.text(Integer.toString(layer), cells.left() - 2.5, baseline, index, Anchor.END);
    }
    cells.draw(pen, grid::score, new ShareAxis(grid.chance()));
  }

  private static int[] ends(int count) {
    return count == 1 ? new int[] {0} : new int[] {0, count - 1};
  }

  private static String strongest(ScoreGrid grid) {
    HeadPattern row = grid.strongest().get(0);
    double score = grid.score(row.layer(), row.head());
    return Double.isNaN(score)
        ? "too few pairs"
        : String.format(
            Locale.ROOT,
            "layer %d head %d leads: %s, chance %s",
            row.layer(),
            row.head(),
            Notation.share(score),
            Notation.share(grid.chance()));
  }
}
