package io.sextant.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class JensenShannonTest {

  @Test
  void equalsAreAtDistanceZero() {
    float[] values = {.1f, .2f, .7f, .1f, .2f, .7f};
    assertThat(distance(values, 0, 3, 3)).isZero();
  }

  @Test
  void whatSharesNothingIsFarthest() {
    assertThat(distance(new float[] {.25f, .75f, 0, 0, 0, 0, .5f, .5f}, 0, 4, 4))
        .isCloseTo(Math.sqrt(Math.log(2)), within(1e-12));
  }

  @Test
  void halfSharedHasItsClosedForm() {
    // The divergence is the mean of the KL divergences of (1, 0) and (1/2, 1/2) from (3/4, 1/4).
    double divergence = (Math.log(4 / 3.0) + .5 * Math.log(2 / 3.0) + .5 * Math.log(2)) / 2;
    assertThat(distance(new float[] {1, 0, .5f, .5f}, 0, 2, 2))
        .isCloseTo(Math.sqrt(divergence), within(1e-12));
  }

  @Property(tries = 300)
  void isAMetric(@ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int n) {
    float[] values = distributions(3, n, seed);
    double ab = distance(values, 0, n, n);
    double bc = distance(values, n, 2 * n, n);
    double ac = distance(values, 0, 2 * n, n);
    assertThat(ac).isLessThanOrEqualTo(ab + bc + 1e-7);
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

  private static double distance(float[] values, int p, int q, int n) {
    return JensenShannon.distance(
        values,
        p,
        JensenShannon.negativeEntropy(values, p, n),
        q,
        JensenShannon.negativeEntropy(values, q, n),
        n);
  }
}
