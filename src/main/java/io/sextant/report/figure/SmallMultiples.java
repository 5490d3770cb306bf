package io.sextant.report.figure;

import io.sextant.report.draw.Cells;
import io.sextant.report.draw.ChanceCorrectedAxis;
import io.sextant.report.draw.Figure;
import io.sextant.report.draw.Legend;
import io.sextant.report.draw.Pen;
import io.sextant.report.draw.Pen.Anchor;
import io.sextant.report.draw.Pen.Type;
import io.sextant.report.draw.ShareAxis;
import java.util.List;
import java.util.stream.IntStream;

/** Small heat maps of layers by heads, side by side with the same scale of colours. */
public final class SmallMultiples implements Figure {
  private static final double PAGE = 500;
  private static final double MARGIN = 2;
  private static final int COLUMNS = 4;
  private static final double GUTTER = 14;
  private static final double HEADING = 34;
  private static final double FIRST_BASELINE = 16.5;
  private static final double LINE = 7.5;
  private static final double WIDEST_CELL = 20;
  private static final double GAP = .35;
  private static final double INDEX = 8;
  private static final double LEGEND = 220;

  /** A heat map of the figure. */
  interface Panel {
    int layers();

    int heads();

    String title();

    /** Returns the lines below the title. All panels of a figure have the same number of lines. */
    List<String> captions();

    /** Returns the score of a head, 0 to 1; NaN if there is none. */
    double score(int layer, int head);

    /** Returns whether a head has too few inputs. */
    default boolean isShort(int layer, int head) {
      return false;
    }

    /** Returns what short heads have, such as "too few pairs". */
    default String tooFew() {
      return "too little data";
    }

    /** Returns the score at chance level, at which the colour scale begins. */
    double chance();
  }

  private final List<? extends Panel> panels;
  private final String heading;
  private final String reading;
  private final String unit;
  private final ChanceCorrectedAxis axis;
  private final LocalLayers local;
  private final double width = (PAGE - 2 * MARGIN - (COLUMNS - 1) * GUTTER) / COLUMNS;
  private final double caption;
  private final double cell;

  /**
   * Creates a figure.
   *
   * @param reading a sentence that explains the colours
   * @param unit a word for what each panel shows
   * @param local the layers that are marked
   * @param panels the panels; at least one, all of the same shape
   */
  private SmallMultiples(
      String heading,
      String reading,
      String unit,
      ChanceCorrectedAxis axis,
      LocalLayers local,
      List<? extends Panel> panels) {
    this.local = local;
    this.heading = heading;
    this.reading = reading;
    this.unit = unit;
    this.axis = axis;
    this.panels = List.copyOf(panels);
    this.caption = 14 + 8 * panels.get(0).captions().size();
    this.cell = Math.min(WIDEST_CELL, (width - INDEX) / panels.get(0).heads());
  }

  /** Returns the figure of a model's scores for several patterns. */
  static SmallMultiples ofPatterns(List<ScoreGrid> grids, String model, LocalLayers local) {
    return new SmallMultiples(
        model,
        "Colour runs from each pattern’s chance to 1.",
        "pattern",
        new ChanceCorrectedAxis("chance", "all attention"),
        local,
        grids);
  }

  /** Returns the figure of how often each head of a model finds syntactic relations. */
  public static SmallMultiples ofRelations(
      List<RelationGrid> grids, String model, LocalLayers local) {
    return new SmallMultiples(
        "Syntactic relations · " + model,
        "Colour runs from the best fixed offset to 1.",
        "syntactic relation",
        new ChanceCorrectedAxis("best fixed offset", "always right"),
        local,
        grids);
  }

  @Override
  public double width() {
    return PAGE;
  }

  @Override
  public double height() {
    return HEADING + (panels.size() + COLUMNS - 1) / COLUMNS * row() + Legend.HEIGHT + 4;
  }

  private double row() {
    return caption + INDEX + cell * panels.get(0).layers() + GUTTER;
  }

  @Override
  public double heading() {
    return HEADING;
  }

  @Override
  public String description() {
    StringBuilder text =
        new StringBuilder("Small heat maps of layers by heads, one per " + unit + ".");
    for (Panel panel : panels) {
      text.append(' ').append(panel.title()).append(", ");
      text.append(panel.captions().get(0)).append('.');
    }
    return text.toString();
  }

  @Override
  public void draw(Pen pen) {
    Type bold = Type.bold(10.5, Pen.INK);
    Type small = Type.plain(7, Pen.FAINT);
    double text = MARGIN + INDEX;
    pen.text(pen.fitting(heading, bold, PAGE - 2 * text), text, 11, bold, Anchor.START);
    String order = "Layers down, heads across, counted from 0. ";
    String bars = local.isEmpty() ? "" : " A bar marks local layers.";
    pen.text(order + reading + bars, text, 21.5, small, Anchor.START);
    for (int i = 0; i < panels.size(); i++) {
      double left = MARGIN + i % COLUMNS * (width + GUTTER);
      drawPanel(pen, panels.get(i), left, HEADING + i / COLUMNS * row());
    }
    double below = height() - Legend.HEIGHT - 2;
    new Legend(axis).draw(pen, text, below, LEGEND);
    if (panels.stream().anyMatch(SmallMultiples::hasShortHeads)) {
      Hatches.draw(pen, axis, panels.get(0).tooFew(), text + LEGEND + 24, below + 16.5);
    }
  }

  private static boolean hasShortHeads(Panel panel) {
    return IntStream.range(0, panel.layers() * panel.heads())
        .anyMatch(i -> panel.isShort(i / panel.heads(), i % panel.heads()));
  }

  private void drawPanel(Pen pen, Panel panel, double left, double top) {
    Type title = Type.bold(6.8, Pen.INK);
    Type small = Type.plain(6, Pen.FAINT);
    Type index = Type.plain(5, Pen.FAINT);
    String name = pen.fitting(panel.title(), title, width - INDEX);
    pen.text(name, left + INDEX, top + 8, title, Anchor.START);
    for (int line = 0; line < panel.captions().size(); line++) {
      double baseline = top + FIRST_BASELINE + line * LINE;
      pen.text(panel.captions().get(line), left + INDEX, baseline, small, Anchor.START);
    }
    Cells cells =
        new Cells(panel.layers(), panel.heads(), left + INDEX, top + caption + INDEX, cell, GAP);
    for (int head : ends(panel.heads())) {
      double x = cells.x(head) + cells.side() / 2;
      pen.text(Integer.toString(head), x, cells.top() - 2, index, Anchor.MIDDLE);
    }
    for (int layer : ends(panel.layers())) {
      double baseline = cells.y(layer) + cells.side() / 2 + 1.8;
      pen.text(Integer.toString(layer), cells.left() - 2.5, baseline, index, Anchor.END);
    }
    local.draw(pen, cells);
    cells.draw(pen, panel::score, panel::isShort, new ShareAxis(panel.chance()));
  }

  private static int[] ends(int count) {
    return count == 1 ? new int[] {0} : new int[] {0, count - 1};
  }
}
