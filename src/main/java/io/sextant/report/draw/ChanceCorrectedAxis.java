package io.sextant.report.draw;

import java.awt.Color;
import java.util.List;

/**
 * An axis for several heat maps with different chance levels. A score is shown as its distance from
 * the panel's own chance level relative to the distance from there to 1.
 *
 * @param chance the legend's label of a score at chance level
 * @param one the legend's label of a score of 1
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
