package io.sextant.report.draw;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;

/**
 * An axis for shares from 0 to 1. A share at or below chance has the palest colour and a share of 1
 * the darkest, in every figure, so that figures can be compared.
 *
 * @param chance the null share, 0 to 1; NaN if it is not known, in which case 0 has the palest
 *     colour
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
