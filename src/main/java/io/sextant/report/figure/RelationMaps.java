package io.sextant.report.figure;

import io.sextant.report.draw.Cells;
import io.sextant.report.draw.Figure;
import io.sextant.report.draw.LeadAxis;
import io.sextant.report.draw.Legend;
import io.sextant.report.draw.Notation;
import io.sextant.report.draw.Pen;
import io.sextant.report.draw.Pen.Anchor;
import io.sextant.report.draw.Pen.Type;
import io.sextant.report.draw.ShareAxis;
import io.sextant.table.row.HeadRelation;
import java.util.List;
import java.util.Locale;

/** Small multiples: how often each head finds a syntactic relation, one panel a relation. */
public final class RelationMaps implements Figure {
  private static final double PAGE = 500;
  private static final double MARGIN = 2;
  private static final int COLUMNS = 4;
  private static final double GUTTER = 14;
  private static final double HEADING = 34;
  private static final double CAPTION = 30;
  private static final double WIDEST_CELL = 20;
  private static final double GAP = .35;
  private static final double INDEX = 8;
  private static final double LEGEND = 220;

  private final List<RelationGrid> grids;
  private final String model;
  private final double panel = (PAGE - 2 * MARGIN - (COLUMNS - 1) * GUTTER) / COLUMNS;
  private final double cell;

  /**
   * Panels of the given relations.
   *
   * @param grids at least one, all of one shape
   */
  public RelationMaps(List<RelationGrid> grids, String model) {
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
    StringBuilder text =
        new StringBuilder("Small heat maps of layers by heads, one per syntactic relation.");
    for (RelationGrid grid : grids) {
      text.append(' ').append(grid.title()).append(", ").append(leader(grid)).append('.');
    }
    return text.toString();
  }

  @Override
  public void draw(Pen pen) {
    Type heading = Type.bold(10.5, Pen.INK);
    Type small = Type.plain(7, Pen.FAINT);
    double text = MARGIN + INDEX;
    String title = "Syntactic relations · " + model;
    pen.text(pen.fitting(title, heading, PAGE - 2 * text), text, 11, heading, Anchor.START);
    String reading =
        "Layers down, heads across, counted from 0. Colour runs from the best fixed offset to 1.";
    pen.text(reading, text, 21.5, small, Anchor.START);
    for (int i = 0; i < grids.size(); i++) {
      double left = MARGIN + i % COLUMNS * (panel + GUTTER);
      drawPanel(pen, grids.get(i), left, HEADING + i / COLUMNS * row());
    }
    double below = height() - Legend.HEIGHT - 2;
    new Legend(new LeadAxis()).draw(pen, text, below, LEGEND);
  }

  private void drawPanel(Pen pen, RelationGrid grid, double left, double top) {
    Type title = Type.bold(6.8, Pen.INK);
    Type small = Type.plain(6, Pen.FAINT);
    Type index = Type.plain(5, Pen.FAINT);
    String name = pen.fitting(grid.title(), title, panel - INDEX);
    pen.text(name, left + INDEX, top + 8, title, Anchor.START);
    pen.text(leader(grid), left + INDEX, top + 16.5, small, Anchor.START);
    pen.text(offset(grid.best()), left + INDEX, top + 24, small, Anchor.START);
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
    cells.draw(pen, grid::accuracy, new ShareAxis(grid.best().baselineAccuracy()));
  }

  private static int[] ends(int count) {
    return count == 1 ? new int[] {0} : new int[] {0, count - 1};
  }

  private static String leader(RelationGrid grid) {
    HeadRelation best = grid.best();
    return String.format(
        Locale.ROOT,
        "layer %d head %d leads: %s",
        best.layer(),
        best.head(),
        Notation.share(best.accuracy()));
  }

  private static String offset(HeadRelation best) {
    return String.format(
        Locale.ROOT,
        "best fixed offset %+d: %s",
        best.baselineOffset(),
        Notation.share(best.baselineAccuracy()));
  }
}
