package io.sextant.math;

import java.util.Comparator;
import java.util.stream.IntStream;

/** The step-up procedure of Benjamini and Hochberg (1995). */
public final class FalseDiscovery {
  private FalseDiscovery() {}

  /**
   * Returns the q-value of every p-value, which is the smallest false discovery rate at which it is
   * a discovery.
   */
  public static double[] qValues(double[] pValues) {
    int[] ascending =
        IntStream.range(0, pValues.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> pValues[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] qValues = new double[pValues.length];
    double least = 1;
    for (int rank = pValues.length; rank >= 1; rank--) {
      int i = ascending[rank - 1];
      least = Math.min(least, pValues[i] * pValues.length / rank);
      qValues[i] = least;
    }
    return qValues;
  }
}
