package io.sextant.linguistics;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.math.Cosine;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class UnitVectorTest {
  /** At and beside the cosine itself, and around the margin, only the plain cosine may decide. */
  @Property(tries = 300)
  void aVectorIsNearExactlyIfThePlainCosineExceedsTheThreshold(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 1100) int n) {
    Random random = new Random(seed);
    // The products of equal signs add up most, and so do their rounding errors.
    boolean positive = random.nextBoolean();
    float[] a = vector(random, n, positive);
    float[] b = vector(random, n, positive);
    float cosine = Cosine.of(a, b);
    float[] steps = {0, Math.ulp(cosine), -Math.ulp(cosine), 1e-6f, -1e-6f, 1e-4f, -1e-4f, .5f};
    UnitVector one = new UnitVector(a);
    UnitVector other = new UnitVector(b);
    for (float step : steps) {
      float threshold = cosine + step;
      assertThat(one.isNear(other, threshold)).isEqualTo(cosine > threshold);
    }
    assertThat(one.isNear(other, Float.POSITIVE_INFINITY)).isFalse();
  }

  private static float[] vector(Random random, int n, boolean positive) {
    float[] vector = new float[n];
    for (int d = 0; d < n; d++) {
      float value = (float) random.nextGaussian();
      vector[d] = positive ? Math.abs(value) : value;
    }
    Cosine.normalise(vector);
    return vector;
  }
}
