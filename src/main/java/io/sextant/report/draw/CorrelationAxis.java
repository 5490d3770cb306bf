package io.sextant.report.draw;

import java.awt.Color;
import java.util.List;
import java.util.Locale;

/**
 * An axis for correlations, symmetric around 0.
 *
 * @param farthest the end of the scale, which reaches from -farthest to farthest; over 0, at most 1
 */
public record CorrelationAxis(double farthest) implements ColorAxis {
  private static final double STEP = .05;

  /** Returns the narrowest scale in steps of .05 that contains the values. NaN is ignored. */
  public static CorrelationAxis holding(double... correlations) {
    double farthest = STEP;
    for (double correlation : correlations) {
      if (!Double.isNaN(correlation)) {
        farthest = Math.max(farthest, Math.abs(correlation));
      }
    }
    return new CorrelationAxis(Math.min(1, Math.ceil(farthest / STEP - 1e-9) * STEP));
  }

  @Override
  public Color color(double correlation) {
    return ColorScale.DIVERGING.at(place(correlation));
  }

  @Override
  public double place(double correlation) {
    return Math.max(0, Math.min(1, .5 + correlation / (2 * farthest)));
  }

  @Override
  public double value(double place) {
    return (2 * place - 1) * farthest;
  }

  @Override
  public List<Tick> ticks() {
    String end = String.format(Locale.ROOT, "%.2f", farthest).replaceFirst("^0", "");
    return List.of(
        new Tick(-farthest, "-" + end, false),
        new Tick(farthest, end, false),
        new Tick(0, "chance 0", true));
  }
}
