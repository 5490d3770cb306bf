package io.sextant.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class JensenShannonTest {
  /** The relative error of a distance, 1e-5. */
  private static final Percentage TOLERANCE = withinPercentage(1e-3);

  @Test
  void equalsAreAtDistanceZero() {
    float[] values = {.1f, .2f, .7f, .1f, .2f, .7f};
    assertThat(distance(values, 0, 3, 3)).isZero();
  }

  @Test
  void whatSharesNothingIsFarthest() {
    assertThat(distance(new float[] {.25f, .75f, 0, 0, 0, 0, .5f, .5f}, 0, 4, 4))
        .isCloseTo(Math.sqrt(Math.log(2)), TOLERANCE);
  }

  @Test
  void halfSharedHasItsClosedForm() {
    // The divergence is the mean of the KL divergences of (1, 0) and (1/2, 1/2) from (3/4, 1/4).
    double divergence = (Math.log(4 / 3.0) + .5 * Math.log(2 / 3.0) + .5 * Math.log(2)) / 2;
    assertThat(distance(new float[] {1, 0, .5f, .5f}, 0, 2, 2))
        .isCloseTo(Math.sqrt(divergence), TOLERANCE);
  }

  @Property(tries = 300)
  void isAMetric(@ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int n) {
    float[] values = distributions(3, n, seed);
    double ab = distance(values, 0, n, n);
    double bc = distance(values, n, 2 * n, n);
    double ac = distance(values, 0, 2 * n, n);
    assertThat(ac).isLessThanOrEqualTo(ab + bc + 2e-5);
    assertThat(ab).isEqualTo(distance(values, n, 0, n)).isBetween(0.0, Math.sqrt(Math.log(2)));
  }

  /** Returns distributions of n values, some with zeros and peaks. */
  private static float[] distributions(int count, int n, long seed) {
    Random random = new Random(seed);
    float[] values = new float[count * n];
    for (int of = 0; of < count; of++) {
      double[] weights = random.doubles(n, 0, 1).map(w -> w < .3 ? 0 : Math.pow(w, 4)).toArray();
      weights[random.nextInt(n)] += .1;
      double sum = java.util.Arrays.stream(weights).sum();
      for (int i = 0; i < n; i++) {
        values[of * n + i] = (float) (weights[i] / sum);
      }
    }
    return values;
  }

  @Property(tries = 500)
  void isCloseToTheFormulaInFloat64(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 512) int n) {
    float[] values = distributions(2, n, seed);
    assertThat(distance(values, 0, n, n)).isCloseTo(formula(values, n), TOLERANCE);
  }

  @Property(tries = 300)
  void isCloseToTheFormulaForNearlyEqualOnesToo(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 512) int n) {
    float[] values = distributions(2, n, seed);
    for (int i = 0; i < n; i++) {
      values[n + i] = values[i] * (i % 2 == 0 ? 1.01f : .99f);
    }
    assertThat(distance(values, 0, n, n)).isCloseTo(formula(values, n), TOLERANCE);
  }

  @Test
  void tinyAndMissingValuesCountAsWhatTheyAre() {
    float[] values = {1, 0, Float.MIN_VALUE, 1e-30f, .5f, .5f, 0, 1e-20f};
    assertThat(distance(values, 0, 4, 4)).isCloseTo(formula(values, 4), TOLERANCE);
  }

  @Test
  void everyOneBeforeIsCompared() {
    int n = 100;
    float[] values = distributions(9, n, 5);
    double[] all = new double[9];
    JensenShannon.distances(columns(values, 9, n), 0, 9, n, 8, all);
    for (int other = 0; other < 8; other++) {
      assertThat(all[other]).isEqualTo(distance(values, 8 * n, other * n, n));
    }
    assertThat(all[8]).isZero();
  }

  /** Returns half the mean divergence from the mean, term by term in float64. */
  private static double formula(float[] values, int n) {
    double divergence = 0;
    for (int i = 0; i < n; i++) {
      double sum = (double) values[i] + values[n + i];
      for (double p : new double[] {values[i], values[n + i]}) {
        divergence += p == 0 ? 0 : p * Math.log1p((2 * p - sum) / sum) / 2;
      }
    }
    return Math.sqrt(divergence);
  }

  /** Returns the values with those of one index of all distributions adjacent. */
  private static float[] columns(float[] values, int count, int n) {
    float[] columns = new float[values.length];
    for (int of = 0; of < count; of++) {
      for (int i = 0; i < n; i++) {
        columns[i * count + of] = values[of * n + i];
      }
    }
    return columns;
  }

  private static double distance(float[] values, int p, int q, int n) {
    float[] two = new float[2 * n];
    System.arraycopy(values, p, two, 0, n);
    System.arraycopy(values, q, two, n, n);
    double[] distances = new double[2];
    JensenShannon.distances(columns(two, 2, n), 0, 2, n, 1, distances);
    return distances[0];
  }
}
