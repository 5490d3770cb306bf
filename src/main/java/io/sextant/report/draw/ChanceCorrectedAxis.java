package io.sextant.report.draw;

import java.awt.Color;
import java.util.List;

/** Shares as the part of the way from each pattern's own chance to 1: one axis for many figures. */
public record ChanceCorrectedAxis() implements ColorAxis {

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
        new Tick(0, "chance, or less", true),
        new Tick(.5, "half-way", false),
        new Tick(1, "all attention", false));
  }
}
