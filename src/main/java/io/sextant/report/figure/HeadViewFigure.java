package io.sextant.report.figure;

import io.sextant.report.draw.Figure;
import io.sextant.report.draw.HeadColors;
import io.sextant.report.draw.Pen;
import io.sextant.report.draw.Pen.Anchor;
import io.sextant.report.draw.Pen.Type;
import io.sextant.report.draw.Printable;
import io.sextant.view.PairVectors;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The head view of one layer (Vig 2019). The tokens of a pair are listed left and right, and a line
 * leads from each query on the left to each key on the right. The opacity of the line is the
 * attention weight, and its colour stands for the head.
 */
public final class HeadViewFigure implements Figure {
  private static final double ROW = 11;
  private static final double HEADING = 32;
  private static final double LEFT = 75;
  private static final double RIGHT = COLUMN - 75;
  private static final double NEGLIGIBLE = .01;
  private static final double LABEL = 68;

  private final PairVectors pair;
  private final int layer;
  private final List<Integer> heads;
  private final List<String> tokens;

  public HeadViewFigure(PairVectors pair, int layer, List<Integer> heads) {
    this.pair = pair;
    this.layer = layer;
    this.heads = List.copyOf(heads);
    this.tokens = PairData.tokens(pair);
  }

  @Override
  public double width() {
    return COLUMN;
  }

  @Override
  public double height() {
    return HEADING + ROW * pair.size() + 4;
  }

  @Override
  public double heading() {
    return HEADING;
  }

  @Override
  public String description() {
    return String.format(
        Locale.ROOT,
        "Attention of layer %d, %s, from the tokens on the left to those on the right.",
        layer,
        headNames());
  }

  @Override
  public void draw(Pen pen) {
    Type heading = Type.bold(9.5, Pen.INK);
    Type small = Type.plain(6.6, Pen.FAINT);
    String title = "Layer " + layer + ", " + headNames();
    pen.text(pen.fitting(title, heading, COLUMN - 8), 4, 11, heading, Anchor.START);
    String model = Printable.cut(pair.model(), 60);
    pen.text(pen.fitting(model, small, COLUMN - 8), 4, 20, small, Anchor.START);
    pen.text("from", LEFT - 3, HEADING - 2, small, Anchor.END);
    pen.text("to", RIGHT + 3, HEADING - 2, small, Anchor.START);
    heads.forEach(head -> drawLines(pen, head));
    drawTokens(pen);
  }

  private String headNames() {
    return heads.size() == pair.heads()
        ? "all heads"
        : (heads.size() == 1 ? "head " : "heads ")
            + heads.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }

  private void drawLines(Pen pen, int head) {
    double[] map = pair.attention(layer, head);
    int n = pair.size();
    for (int at = 0; at < map.length; at++) {
      if (map[at] >= NEGLIGIBLE) {
        double from = middle(at / n);
        double to = middle(at % n);
        pen.line(LEFT, from, RIGHT, to, .9, HeadColors.of(head, map[at]));
      }
    }
  }

  private void drawTokens(Pen pen) {
    for (int i = 0; i < tokens.size(); i++) {
      Type type = Type.plain(7.4, pair.wordOf()[i] < 0 ? Pen.FAINT : Pen.INK);
      String text = pen.fitting(tokens.get(i), type, LABEL);
      pen.text(text, LEFT - 3, middle(i) + 2.6, type, Anchor.END);
      pen.text(text, RIGHT + 3, middle(i) + 2.6, type, Anchor.START);
    }
  }

  private static double middle(int token) {
    return HEADING + ROW * (token + .5);
  }
}
