package io.sextant.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Synthetic heads on {@code [CLS]} + 4 + {@code [SEP]} + 5 + {@code [SEP]}, 12 tokens. */
class ClosedFormsTest {
  private static final int N = 12;
  private static final AnnotatedPair PAIR = PatternsTest.annotated("a b c d", "e f g h i");

  @Test
  void aUniformHeadUnderClarksMasks() {
    float[] uniform = new float[N * N];
    Arrays.fill(uniform, 1f / N);

    assertThat(clark("self", "all", uniform)).isCloseTo(.08333, within(5e-6));
    assertThat(clark("next", "all", uniform)).isCloseTo(.07639, within(5e-6));
    assertThat(clark("previous", "all", uniform)).isCloseTo(.07639, within(5e-6));
    assertThat(clark("delimiter", "sep", uniform)).isCloseTo(.16667, within(5e-6));
    assertThat(clark("delimiter", "cls", uniform)).isCloseTo(.08333, within(5e-6));
  }

  @Test
  void aUniformHeadGivesEachTargetItsShare() {
    float[] uniform = new float[N * N];
    Arrays.fill(uniform, 1f / N);

    assertThat(share("next", "all", uniform)).isCloseTo(1. / N, within(1e-7));
    assertThat(share("self", "all", uniform)).isCloseTo(1. / N, within(1e-7));
    assertThat(share("delimiter", "all", uniform)).isCloseTo(3. / N, within(1e-7));
    assertThat(share("own_sentence", "all", uniform))
        .isCloseTo((4 * 4 + 5 * 5) / 9. / N, within(1e-7));
  }

  @Test
  void aPerfectNextHeadReadsOneHereAndNeverUnderClarksMask() {
    float[] next = new float[N * N];
    for (int i = 0; i < N; i++) {
      next[i * N + (i + 1) % N] = 1;
    }

    assertThat(share("next", "all", next)).isEqualTo(1);
    assertThat(share("next", "leak", next)).isEqualTo(1);
    assertThat(clark("next", "all", next)).isCloseTo(.91667, within(5e-6));
    assertThat(share("previous", "all", next)).isZero();
  }

  /** Returns the mean of m(i) over the eligible queries. */
  private static double share(String key, String part, float[] weights) {
    AttentionPattern pattern = Patterns.named(key);
    Targets targets = pattern.targets(PAIR).get(pattern.parts().indexOf(part));
    return mass(targets, weights) / targets.queries();
  }

  /** Returns the sum of m(i) over the rows of Clark et al.'s mask, divided by n. */
  private static double clark(String key, String part, float[] weights) {
    AttentionPattern pattern = Patterns.named(key);
    return mass(
            pattern.clarkTargets(PAIR, pattern.targets(PAIR)).get(pattern.parts().indexOf(part)),
            weights)
        / N;
  }

  private static double mass(Targets targets, float[] weights) {
    double mass = 0;
    for (int r = 0; r < targets.queries(); r++) {
      mass += Rows.mass(targets, r, weights, targets.query(r) * N);
    }
    return mass;
  }
}
