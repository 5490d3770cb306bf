package io.sextant.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class FalseDiscoveryTest {

  @Test
  void agreesWithTheProcedureByHand() {
    // Sorted: .005 .01 .03 .04 .5 of five; p * 5 / rank: .025 .025 .05 .05 .5.
    double[] q = FalseDiscovery.qValues(new double[] {.04, .005, .5, .03, .01});
    assertThat(q).containsExactly(new double[] {.05, .025, .5, .05, .025}, within(1e-12));
  }

  @Test
  void neverExceedsOneNorRisesWithSmallerP() {
    double[] q = FalseDiscovery.qValues(new double[] {.9, .95, 1});
    assertThat(q).containsExactly(new double[] {1, 1, 1}, within(1e-12));
    assertThat(FalseDiscovery.qValues(new double[0])).isEmpty();
  }
}
