package io.sextant.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PartialRankCorrelationTest {
  private static final double[] Z = {1, 2, 3, 4, 5};

  @Test
  void agreesWithThePartialCorrelationByHand() {
    // Ranks of five: r = 1 - 6 sum d^2 / 120. With x = 2 1 4 3 5 and y = 1 3 2 5 4:
    // xz: d^2 = 4, r = .8; yz: 4, .8; xy: 1 + 4 + 4 + 4 + 1 = 14, r = .3.
    PartialRankCorrelation y = new PartialRankCorrelation(new double[] {1, 3, 2, 5, 4}, Z);
    double expected = (.3 - .8 * .8) / (1 - .8 * .8);
    assertThat(y.with(new double[] {2, 1, 4, 3, 5})).isCloseTo(expected, within(1e-12));
  }

  @Test
  void withoutAnythingToTakeOutItIsSpearmans() {
    double[] constant = {7, 7, 7, 7, 7};
    PartialRankCorrelation y = new PartialRankCorrelation(new double[] {1, 3, 2, 5, 4}, constant);
    assertThat(y.with(new double[] {2, 1, 4, 3, 5})).isCloseTo(.3, within(1e-12));
  }

  @Test
  void takingDistanceOutLeavesWhatDistanceDoesNotExplain() {
    // Both decrease with distance and are otherwise unrelated: the residuals of the regression of
    // the ranks are orthogonal by construction.
    double[] z = {1, 2, 3, 4, 5, 6, 7, 8};
    double[] x = {8, 6, 7, 5, 4, 2, 3, 1};
    double[] y = {7, 8, 5, 6, 4, 3, 1, 2};
    double[] rx = residuals(x, z);
    double[] ry = residuals(y, z);
    double expected = dot(rx, ry) / Math.sqrt(dot(rx, rx) * dot(ry, ry));
    assertThat(new PartialRankCorrelation(y, z).with(x)).isCloseTo(expected, within(1e-12));
  }

  @Test
  void whatOnlyDependsOnDistanceCorrelatesWithNothing() {
    double[] y = {.2, 3, -1, 4, 2};
    double[] falls = Arrays.stream(Z).map(z -> 1 / (z * z)).toArray();
    assertThat(new PartialRankCorrelation(y, Z).with(falls)).isZero();
    assertThat(new PartialRankCorrelation(y, Z).with(new double[] {4, 4, 4, 4, 4})).isZero();
    assertThat(new PartialRankCorrelation(falls, Z).isDefined()).isFalse();
    assertThat(new PartialRankCorrelation(new double[5], Z).isDefined()).isFalse();
    assertThat(new PartialRankCorrelation(y, Z).isDefined()).isTrue();
  }

  @Property
  void aMonotoneFunctionOfYCorrelatesFullyAndItsNegativeInversely(@ForAll long seed) {
    Random random = new Random(seed);
    double[] y = random.doubles(9).toArray();
    double[] z = random.ints(9, 1, 6).asDoubleStream().toArray();
    PartialRankCorrelation correlation = new PartialRankCorrelation(y, z);
    if (correlation.isDefined()) {
      double[] follows = Arrays.stream(y).map(Math::exp).toArray();
      assertThat(correlation.with(follows)).isCloseTo(1, within(1e-9));
      assertThat(correlation.with(Arrays.stream(y).map(v -> -v).toArray()))
          .isCloseTo(-1, within(1e-9));
      assertThat(correlation.with(random.doubles(9).toArray())).isBetween(-1.0, 1.0);
    }
  }

  private static double[] residuals(double[] v, double[] z) {
    double meanV = Arrays.stream(v).average().orElseThrow();
    double meanZ = Arrays.stream(z).average().orElseThrow();
    double[] centredV = Arrays.stream(v).map(value -> value - meanV).toArray();
    double[] centredZ = Arrays.stream(z).map(value -> value - meanZ).toArray();
    double slope = dot(centredV, centredZ) / dot(centredZ, centredZ);
    for (int i = 0; i < v.length; i++) {
      centredV[i] -= slope * centredZ[i];
    }
    return centredV;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
