package io.sextant.report.draw;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NotationTest {

  @Test
  void sharesHaveNoLeadingZero() {
    assertThat(Notation.share(.874)).isEqualTo(".87");
    assertThat(Notation.share(0)).isEqualTo(".00");
    assertThat(Notation.share(.999)).isEqualTo("1.00");
    assertThat(Notation.share(-.05)).isEqualTo("-.05");
    assertThat(Notation.share(-.001)).isEqualTo(".00");
    assertThat(Notation.share(Double.NaN)).isEqualTo("–");
  }

  @Test
  void liftsFitACell() {
    assertThat(Notation.lift(.4249)).isEqualTo(".42");
    assertThat(Notation.lift(.999)).isEqualTo("1.0");
    assertThat(Notation.lift(9.97)).isEqualTo("10");
    assertThat(Notation.lift(Double.POSITIVE_INFINITY)).isEqualTo("∞");
  }

  @Test
  void smallQValuesAreBounded() {
    assertThat(Notation.q(1e-12)).isEqualTo("< .001");
    assertThat(Notation.q(.0123)).isEqualTo(".012");
    assertThat(Notation.q(Double.NaN)).isEqualTo("–");
  }

  @Test
  void durationsAreReadable() {
    assertThat(Notation.duration(.4)).isEqualTo("0.4 s");
    assertThat(Notation.duration(127.7)).isEqualTo("2 min 8 s");
    assertThat(Notation.duration(7_800)).isEqualTo("2 h 10 min");
  }
}
