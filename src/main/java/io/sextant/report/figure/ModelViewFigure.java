package io.sextant.report.figure;

import io.sextant.report.draw.Figure;
import io.sextant.report.draw.HeadColors;
import io.sextant.report.draw.Pen;
import io.sextant.report.draw.Pen.Anchor;
import io.sextant.report.draw.Pen.Type;
import io.sextant.report.draw.Printable;
import io.sextant.view.PairVectors;

/** The model view (Vig 2019): small maps of all heads on a pair, with a row for each layer. */
public final class ModelViewFigure implements Figure {
  private static final double PAGE = 500;
  private static final double HEADING = 36;
  private static final double LEFT = 18;
  private static final double GAP = 4;
  private static final double TALL = 1.3;
  private static final double NEGLIGIBLE = .04;

  private final PairVectors pair;
  private final double width;

  public ModelViewFigure(PairVectors pair) {
    this.pair = pair;
    this.width = Math.min(60, (PAGE - LEFT) / pair.heads() - GAP);
  }

  @Override
  public double width() {
    return PAGE;
  }

  @Override
  public double height() {
    return HEADING + pair.layers().size() * down();
  }

  @Override
  public double heading() {
    return HEADING;
  }

  @Override
  public String description() {
    return "Attention of every head on one pair, layers down and heads across.";
  }

  private double down() {
    return width * TALL + GAP;
  }

  @Override
  public void draw(Pen pen) {
    Type heading = Type.bold(10.5, Pen.INK);
    Type small = Type.plain(7, Pen.FAINT);
    String model = Printable.cut(pair.model(), 80);
    pen.text(pen.fitting(model, heading, PAGE - 4), 2, 11, heading, Anchor.START);
    String bars =
        pair.layers().stream().anyMatch(layer -> layer.isLocal(pair.size()))
            ? " A bar marks local layers."
            : "";
    pen.text("Layers down, heads across, counted from 0." + bars, 2, 21.5, small, Anchor.START);
    for (int head = 0; head < pair.heads(); head++) {
      pen.text(Integer.toString(head), x(head) + width / 2, HEADING - 4, small, Anchor.MIDDLE);
    }
    for (int layer = 0; layer < pair.layers().size(); layer++) {
      double top = HEADING + layer * down();
      pen.text(Integer.toString(layer), LEFT - 5, top + width * .65 + 2, small, Anchor.END);
      if (pair.layers().get(layer).isLocal(pair.size())) {
        pen.fill(LEFT - 3, top, 1, width * TALL, Pen.INK);
      }
      for (int head = 0; head < pair.heads(); head++) {
        drawHead(pen, layer, head, top);
      }
    }
  }

  private double x(int head) {
    return LEFT + head * (width + GAP);
  }

  private void drawHead(Pen pen, int layer, int head, double top) {
    pen.fill(x(head), top, width, width * TALL, Pen.HATCH_GROUND);
    double[] map = pair.attention(layer, head);
    int n = pair.size();
    double row = width * TALL / n;
    for (int at = 0; at < map.length; at++) {
      if (map[at] >= NEGLIGIBLE) {
        double from = top + row * (at / n + .5);
        double to = top + row * (at % n + .5);
        pen.line(x(head), from, x(head) + width, to, .5, HeadColors.of(head, map[at]));
      }
    }
  }
}
