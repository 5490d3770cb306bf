package io.sextant.compare;

import io.sextant.math.FalseDiscovery;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The tests of all differences of a table, which are one family: each has a q-value for being
 * unequal to 0 and one for being within the margin (Benjamini and Hochberg 1995). Differences
 * without an interval are not tested and belong to no family.
 */
final class Significance {
  /** The false discovery rate of the verdicts. */
  static final double LEVEL = .05;

  private final double[] unequal;
  private final double[] within;

  /**
   * Tests differences.
   *
   * @param margin the greatest difference that counts as none; over 0
   */
  Significance(List<Estimate> differences, double margin) {
    this.unequal = qValues(differences, Estimate::unequal);
    this.within = qValues(differences, difference -> difference.within(margin));
  }

  private static double[] qValues(List<Estimate> all, ToDoubleFunction<Estimate> test) {
    double[] tested =
        FalseDiscovery.qValues(all.stream().filter(Estimate::isTested).mapToDouble(test).toArray());
    double[] qValues = new double[all.size()];
    int next = 0;
    for (int i = 0; i < qValues.length; i++) {
      qValues[i] = all.get(i).isTested() ? tested[next++] : Double.NaN;
    }
    return qValues;
  }

  /** Returns the q-value of a difference being unequal to 0; NaN if it was not tested. */
  double unequal(int difference) {
    return unequal[difference];
  }

  /** Returns the q-value of a difference being within the margin; NaN if it was not tested. */
  double within(int difference) {
    return within[difference];
  }

  /** Returns {@code equivalent}, {@code different} or {@code undecided}; null if not tested. */
  String verdict(int difference) {
    if (Double.isNaN(unequal[difference])) {
      return null;
    }
    if (within[difference] < LEVEL) {
      return "equivalent";
    }
    return unequal[difference] < LEVEL ? "different" : "undecided";
  }
}
