package io.sextant.report.draw;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;

/**
 * Shares from 0 to 1. Colour starts at the null: a share of chance or less has the palest colour,
 * and 1 the darkest, whatever the figure, so that figures compare.
 *
 * @param chance the null share, 0 to 1; NaN if the null is not known, and colour then starts at 0
 */
public record ShareAxis(double chance) implements ColorAxis {

  @Override
  public Color color(double share) {
    double low = Double.isNaN(chance) ? 0 : chance;
    return ColorScale.SEQUENTIAL.at(low < 1 ? (share - low) / (1 - low) : 0);
  }

  @Override
  public double place(double share) {
    return Math.max(0, Math.min(1, share));
  }

  @Override
  public double value(double place) {
    return place;
  }

  @Override
  public List<Tick> ticks() {
    List<Tick> ticks = new ArrayList<>();
    for (String share : List.of("0", ".25", ".5", ".75", "1")) {
      ticks.add(new Tick(Double.parseDouble(share), share, false));
    }
    if (!Double.isNaN(chance)) {
      ticks.add(new Tick(chance, "chance " + Notation.share(chance), true));
    }
    return ticks;
  }
}
