package io.sextant.report.draw;

import java.awt.Color;
import java.util.List;

/** Accuracies as the part of the way from each relation's best fixed offset to 1. */
public record LeadAxis() implements ColorAxis {

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
        new Tick(0, "best fixed offset, or less", true),
        new Tick(.5, "half-way", false),
        new Tick(1, "always right", false));
  }
}
