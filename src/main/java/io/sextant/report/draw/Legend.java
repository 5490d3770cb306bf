package io.sextant.report.draw;

import io.sextant.report.draw.ColorAxis.Tick;
import io.sextant.report.draw.Pen.Anchor;
import io.sextant.report.draw.Pen.Type;
import java.awt.Color;

/** The strip of colours below a figure, with its marks. Chance is marked above the strip. */
public record Legend(ColorAxis axis) {
  public static final double HEIGHT = 32;

  private static final double BAR = 6;
  private static final int STEPS = 128;
  private static final Type SMALL = Type.plain(5.8, Pen.FAINT);
  private static final Type CHANCE = Type.bold(5.8, Pen.INK);

  /** Draws the legend into {@link #HEIGHT} points below {@code top}. */
  public void draw(Pen pen, double left, double top, double width) {
    double bar = top + 11;
    for (int step = 0; step < STEPS; step++) {
      double from = width * step / STEPS;
      Color color = axis.color(axis.value((step + .5) / STEPS));
      pen.fill(left + from, bar, width - from, BAR, color);
    }
    for (Tick tick : axis.ticks()) {
      double x = left + width * axis.place(tick.value());
      if (tick.chance()) {
        pen.line(x, bar - 3, x, bar + BAR, .9, Pen.INK);
        inside(pen, tick.label(), x, bar - 4.5, left, width, CHANCE);
      } else {
        pen.line(x, bar + BAR, x, bar + BAR + 1.8, .5, Pen.FAINT);
        inside(pen, tick.label(), x, bar + BAR + 8, left - 3, width + 6, SMALL);
      }
    }
  }

  /** Draws a label centred on x, moved so that it stays between left and left + width. */
  private static void inside(
      Pen pen, String label, double x, double y, double left, double width, Type type) {
    double half = pen.width(label, type) / 2;
    double centre = Math.max(left + half, Math.min(left + width - half, x));
    pen.text(label, centre, y, type, Anchor.MIDDLE);
  }
}
