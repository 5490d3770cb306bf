package io.sextant.report.draw;

import java.awt.Color;
import java.util.List;

/**
 * Scores as the part of the way from each panel's own chance to 1: one axis for many heat maps.
 *
 * @param chance what the legend calls a score at chance
 * @param one what the legend calls a score of 1
 */
public record ChanceCorrectedAxis(String chance, String one) implements ColorAxis {

  @Override
  public Color color(double part) {
    return ColorScale.SEQUENTIAL.at(part);
  }

  @Override
  public double place(double part) {
    return Math.max(0, Math.min(1, part));
  }

  @Override
  public double value(double place) {
    return place;
  }

  @Override
  public List<Tick> ticks() {
    return List.of(
        new Tick(0, chance + ", or less", true),
        new Tick(.5, "half-way", false),
        new Tick(1, one, false));
  }
}
