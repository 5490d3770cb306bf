package io.sextant.report.draw;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;

/**
 * A logarithmic axis for lifts, symmetric around 1, so that a lift and its reciprocal have colours
 * of the same strength.
 *
 * @param doublings the end of the scale, which reaches from 2^-doublings to 2^doublings; at least 1
 */
public record LiftAxis(int doublings) implements ColorAxis {
  private static final int MOST_DOUBLINGS = 6;

  /** Returns the narrowest scale that contains the values, at most 1/64 to 64. NaN is ignored. */
  public static LiftAxis holding(double... lifts) {
    double farthest = 1;
    for (double lift : lifts) {
      if (lift > 0) {
        farthest = Math.max(farthest, Math.abs(log2(lift)));
      }
    }
    return new LiftAxis((int) Math.ceil(Math.min(MOST_DOUBLINGS, farthest)));
  }

  @Override
  public Color color(double lift) {
    return ColorScale.DIVERGING.at(place(lift));
  }

  @Override
  public double place(double lift) {
    double place = .5 + log2(lift) / (2 * doublings);
    return Math.max(0, Math.min(1, place));
  }

  @Override
  public double value(double place) {
    return Math.pow(2, (2 * place - 1) * doublings);
  }

  @Override
  public List<Tick> ticks() {
    List<Tick> ticks = new ArrayList<>();
    int step = doublings > 3 ? 2 : 1;
    for (int k = doublings - doublings % step; k > 0; k -= step) {
      ticks.add(new Tick(Math.pow(2, -k), "1/" + (1 << k), false));
      ticks.add(new Tick(Math.pow(2, k), Integer.toString(1 << k), false));
    }
    ticks.add(new Tick(1, "chance 1", true));
    return ticks;
  }

  private static double log2(double value) {
    return Math.log(value) / Math.log(2);
  }
}
