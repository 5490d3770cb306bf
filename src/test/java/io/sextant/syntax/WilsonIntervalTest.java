package io.sextant.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sextant.math.Interval;
import org.junit.jupiter.api.Test;

class WilsonIntervalTest {
  /** Wilson's interval of 80 of 100 is .711 to .867 with z = 1.96; t with 99 degrees is 1.98. */
  @Test
  void independentQuestionsHaveWilsonsInterval() {
    Interval accuracy = WilsonInterval.of(100, 100, 80, 80, 80, 100);
    assertThat(accuracy.value()).isEqualTo(.8);
    assertThat(accuracy.low()).isCloseTo(.711, within(.002));
    assertThat(accuracy.high()).isCloseTo(.867, within(.002));
  }

  /**
   * Ten units of ten questions each, all right or all wrong within a unit, count as ten questions.
   */
  @Test
  void questionsThatStandAndFallTogetherCountOnce() {
    Interval accuracy = WilsonInterval.of(10, 100, 50, 500, 500, 1000);
    Interval ten = WilsonInterval.of(10, 10, 5, 5, 5, 10);
    assertThat(accuracy.low()).isCloseTo(ten.low(), within(1e-9));
    assertThat(accuracy.high()).isCloseTo(ten.high(), within(1e-9));
  }

  @Test
  void neverRightIsNotSurelyZero() {
    Interval never = WilsonInterval.of(50, 100, 0, 0, 0, 200);
    assertThat(never.low()).isZero();
    assertThat(never.high()).isBetween(.02, .06);
    assertThat(WilsonInterval.of(1, 100, 50, 2500, 5000, 10000).low()).isNaN();
  }
}
