package io.sextant.report.figure;

import io.sextant.report.draw.ColorAxis;
import io.sextant.report.draw.Pen;
import io.sextant.report.draw.Pen.Anchor;
import io.sextant.report.draw.Pen.Type;
import java.awt.Color;

/** The part of a legend that explains the two kinds of hatched squares. */
final class Hatches {
  private static final Type NOTE = Type.plain(5.8, Pen.FAINT);
  private static final double SIDE = 6;
  private static final double SPACE = 10;

  private Hatches() {}

  /**
   * Draws a square of each kind with its meaning on a baseline.
   *
   * @param tooFew what lightly hatched squares have, such as "too few pairs"
   */
  static void draw(Pen pen, ColorAxis axis, String tooFew, double left, double baseline) {
    double top = baseline - SIDE + .8;
    Color ground = axis.color(axis.value(.4));
    pen.fill(left, top, SIDE, SIDE, ground);
    pen.hatchOver(left, top, SIDE, ground);
    double text = left + SIDE + 2.5;
    pen.text(tooFew, text, baseline, NOTE, Anchor.START);
    double next = text + pen.width(tooFew, NOTE) + SPACE;
    pen.hatch(next, top, SIDE);
    pen.text("not measured", next + SIDE + 2.5, baseline, NOTE, Anchor.START);
  }
}
