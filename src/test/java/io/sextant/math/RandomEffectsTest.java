package io.sextant.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/**
 * The expected numbers are those of statsmodels 0.15 ({@code combine_effects} with {@code
 * method_re="dl"}; {@code scale_hksj_re} is the factor q).
 */
class RandomEffectsTest {
  private static final Offset<Double> CLOSE = within(1e-8);

  @Test
  void studiesThatDifferAreThoseOfStatsmodels() {
    RandomEffects found =
        RandomEffects.of(
            new double[] {.62, .55, .71, .48, .66}, new double[] {.01, .015, .02, .012, .008});
    assertThat(found.studies()).isEqualTo(5);
    assertThat(found.mean()).isEqualTo(.603513586291, CLOSE);
    assertThat(found.error()).isEqualTo(.040442326211, CLOSE);
    assertThat(found.tauSquared()).isEqualTo(.00672013940458, CLOSE);
    assertThat(found.iSquared()).isEqualTo(.979837357241, CLOSE);
    assertThat(found.interval().low()).isEqualTo(.491227687639, CLOSE);
    assertThat(found.prediction().low()).isEqualTo(.312607334893, CLOSE);
    assertThat(found.prediction().high()).isEqualTo(2 * .603513586291 - .312607334893, CLOSE);
  }

  @Test
  void studiesThatAgreeHaveNoSpreadAndTheErrorOfTheFixedEffect() {
    RandomEffects found =
        RandomEffects.of(
            new double[] {.301, .305, .299, .303}, new double[] {.01, .012, .011, .02});
    assertThat(found.tauSquared()).isZero();
    assertThat(found.iSquared()).isZero();
    assertThat(found.mean()).isEqualTo(.301586412593, CLOSE);
    assertThat(found.error()).isEqualTo(.00600745187619, CLOSE);
    assertThat(found.interval().low()).isEqualTo(.282468019566, CLOSE);
    assertThat(found.prediction().low()).isEqualTo(.275738433379, CLOSE);
  }

  @Test
  void equalStudiesHaveNoSpreadAndTheErrorOfTheirMean() {
    RandomEffects found =
        RandomEffects.of(new double[] {.4, .4, .4, .4}, new double[] {.02, .02, .02, .02});
    assertThat(found.tauSquared()).isZero();
    assertThat(found.mean()).isEqualTo(.4, within(1e-15));
    assertThat(found.error()).isEqualTo(.01, within(1e-15));
  }

  @Test
  void exactStudiesHaveTheSpreadOfTheirValues() {
    RandomEffects equal = RandomEffects.of(new double[] {1, 1, 1}, new double[3]);
    assertThat(equal.prediction().low()).isEqualTo(1, within(1e-7));
    RandomEffects spread = RandomEffects.of(new double[] {.1, .2, .6}, new double[3]);
    assertThat(spread.mean()).isEqualTo(.3, CLOSE);
    assertThat(spread.tauSquared()).as("the variance of the sample").isEqualTo(.07, CLOSE);
  }

  @Test
  void twoStudiesAreTooFew() {
    assertThatThrownBy(() -> RandomEffects.of(new double[2], new double[2]))
        .hasMessageContaining("at least 3");
  }

  /** The prediction intervals of 1,000 simulated sets of 8 studies contain a ninth in about 950. */
  @Test
  void predictionsHoldAsOftenAsTheySay() {
    Random random = new Random(7);
    int held = 0;
    for (int set = 0; set < 1000; set++) {
      double[] values = new double[8];
      double[] errors = new double[8];
      for (int i = 0; i < 8; i++) {
        errors[i] = .01 + .02 * random.nextDouble();
        values[i] = .5 + .1 * random.nextGaussian() + errors[i] * random.nextGaussian();
      }
      double next = .5 + .1 * random.nextGaussian();
      Interval prediction = RandomEffects.of(values, errors).prediction();
      held += prediction.low() <= next && next <= prediction.high() ? 1 : 0;
    }
    assertThat(held).isBetween(930, 975);
  }
}
