package io.sextant.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ClassicalScalingTest {

  @Property(tries = 60)
  void pointsOfAPlaneAreRecoveredUpToATurn(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 30) int n) {
    double[][] given = points(n, seed);
    double[][] found = ClassicalScaling.plane(distances(given));
    double[][] expected = distances(given);
    double[][] actual = distances(found);
    for (int i = 0; i < n; i++) {
      assertThat(actual[i]).containsExactly(expected[i], within(1e-6));
    }
  }

  @Property(tries = 60)
  void pointsAreCentredSortedBySpreadAndTheirSignsSettled(
      @ForAll long seed, @ForAll @IntRange(min = 3, max = 30) int n) {
    double[][] found = ClassicalScaling.plane(distances(points(n, seed)));
    double[] spreads = new double[2];
    for (int axis = 0; axis < 2; axis++) {
      int of = axis;
      double[] values = Arrays.stream(found).mapToDouble(point -> point[of]).toArray();
      assertThat(Arrays.stream(values).sum()).isCloseTo(0, within(1e-6));
      spreads[axis] = Arrays.stream(values).map(value -> value * value).sum();
      double greatest = Arrays.stream(values).map(Math::abs).max().orElseThrow();
      assertThat(Arrays.stream(values).max().orElseThrow()).isEqualTo(greatest);
    }
    assertThat(spreads[0]).isGreaterThanOrEqualTo(spreads[1]);
  }

  @Test
  void twoClustersFallApartAlongTheFirstAxis() {
    double[][] distances = new double[6][6];
    for (int i = 0; i < 6; i++) {
      for (int j = 0; j < 6; j++) {
        distances[i][j] = i == j ? 0 : i / 3 == j / 3 ? .1 : .8;
      }
    }
    double[][] found = ClassicalScaling.plane(distances);
    double side = Math.signum(found[0][0]);
    assertThat(IntStream.range(0, 6))
        .allSatisfy(i -> assertThat(found[i][0] * side * (i < 3 ? 1 : -1)).isGreaterThan(.3));
  }

  @Test
  void equalPointsStandInOnePlace() {
    for (double[] point : ClassicalScaling.plane(new double[4][4])) {
      assertThat(point).containsExactly(0, 0);
    }
  }

  private static double[][] points(int n, long seed) {
    Random random = new Random(seed);
    double[][] points = new double[n][2];
    for (double[] point : points) {
      point[0] = 3 * random.nextGaussian();
      point[1] = random.nextGaussian();
    }
    return points;
  }

  private static double[][] distances(double[][] points) {
    double[][] distances = new double[points.length][points.length];
    for (int i = 0; i < points.length; i++) {
      for (int j = 0; j < points.length; j++) {
        distances[i][j] = Math.hypot(points[i][0] - points[j][0], points[i][1] - points[j][1]);
      }
    }
    return distances;
  }
}
