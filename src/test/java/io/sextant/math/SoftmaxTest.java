package io.sextant.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SoftmaxTest {

  @Test
  void logarithmsAreThoseOfTheProbabilities() {
    Softmax one = new Softmax(new double[] {Math.log(1), Math.log(2), Math.log(5)});
    assertThat(Math.exp(one.log(0))).isCloseTo(1 / 8d, within(1e-15));
    assertThat(Math.exp(one.log(2))).isCloseTo(5 / 8d, within(1e-15));
  }

  @Test
  void scoresMayBeFarApart() {
    Softmax one = new Softmax(new double[] {5000, -5000});
    assertThat(one.log(0)).isZero();
    assertThat(one.log(1)).isEqualTo(-10000);
    assertThat(one.divergence(new Softmax(new double[] {0, 0})))
        .isCloseTo(Math.log(2), within(1e-15));
  }

  /** KL((1/4, 3/4) || (1/2, 1/2)) = ln 2 - H(1/4). */
  @Test
  void theDivergenceHasItsClosedForm() {
    Softmax one = new Softmax(new double[] {7, 7 + Math.log(3)});
    Softmax half = new Softmax(new double[] {-2, -2});
    double entropy = -(Math.log(0.25) / 4 + 3 * Math.log(0.75) / 4);
    assertThat(one.divergence(half)).isCloseTo(Math.log(2) - entropy, within(1e-14));
    assertThat(half.divergence(one))
        .isCloseTo(-Math.log(2) - (Math.log(0.25) + Math.log(0.75)) / 2, within(1e-14));
  }

  @Property(tries = 200)
  void theDivergenceIsNotNegativeAndZeroOfItself(
      @ForAll @Size(min = 3, max = 9) List<@DoubleRange(min = -40, max = 40) Double> scores,
      @ForAll @DoubleRange(min = -3, max = 3) double shift) {
    double[] intact = scores.stream().mapToDouble(score -> score).toArray();
    double[] other = intact.clone();
    other[0] += shift;
    assertThat(new Softmax(intact).divergence(new Softmax(other))).isGreaterThanOrEqualTo(-1e-13);
    assertThat(new Softmax(intact).divergence(new Softmax(intact.clone()))).isZero();
  }
}
