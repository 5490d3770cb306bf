package io.sextant.report.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;

class ColorAxisTest {

  @Property
  void sharesOfChanceOrLessLookTheSame(
      @ForAll @Scale(6) @DoubleRange(max = .99) double chance,
      @ForAll @Scale(6) @DoubleRange(max = 1) double part) {
    ShareAxis axis = new ShareAxis(chance);
    assertThat(axis.color(chance * part)).isEqualTo(ColorScale.SEQUENTIAL.at(0));
    assertThat(axis.color(1)).isEqualTo(ColorScale.SEQUENTIAL.at(1));
  }

  @Property
  void placesAndValuesOfLiftsAreInverse(
      @ForAll @IntRange(min = 1, max = 6) int doublings,
      @ForAll @Scale(6) @DoubleRange(max = 1) double place) {
    LiftAxis axis = new LiftAxis(doublings);
    assertThat(axis.place(axis.value(place))).isCloseTo(place, within(1e-12));
  }

  @Property
  void liftsHoldTheirValues(@ForAll @Scale(6) @DoubleRange(min = 1 / 64.0, max = 64) double lift) {
    LiftAxis axis = LiftAxis.holding(1, Double.NaN, lift);
    assertThat(axis.value(axis.place(lift))).isCloseTo(lift, within(1e-9));
  }

  @Example
  void chanceIsInTheMiddleOfLifts() {
    assertThat(new LiftAxis(3).color(1)).isEqualTo(ColorScale.DIVERGING.at(.5));
  }

  @Example
  void extremeLiftsTakeTheEnds() {
    LiftAxis axis = LiftAxis.holding(0, Double.POSITIVE_INFINITY);
    assertThat(axis.color(0)).isEqualTo(ColorScale.DIVERGING.at(0));
    assertThat(axis.color(Double.POSITIVE_INFINITY)).isEqualTo(ColorScale.DIVERGING.at(1));
  }

  @Property
  void correlationsLieAroundTheMiddle(
      @ForAll @Scale(6) @DoubleRange(min = -1, max = 1) double correlation) {
    CorrelationAxis axis = CorrelationAxis.holding(.01, Double.NaN, correlation);
    assertThat(axis.value(axis.place(correlation))).isCloseTo(correlation, within(1e-12));
    assertThat(axis.place(correlation) + axis.place(-correlation)).isCloseTo(1, within(1e-12));
    assertThat(axis.color(0)).isEqualTo(ColorScale.DIVERGING.at(.5));
    assertThat(axis.farthest()).isBetween(.05, 1.);
  }

  @Example
  void unknownOrCertainChanceDoesNotFail() {
    assertThat(new ShareAxis(Double.NaN).color(0)).isEqualTo(ColorScale.SEQUENTIAL.at(0));
    assertThat(new ShareAxis(1).color(1)).isEqualTo(ColorScale.SEQUENTIAL.at(0));
  }

  @Example
  void legendMarksChance() {
    assertThat(new ShareAxis(.036).ticks())
        .filteredOn(ColorAxis.Tick::chance)
        .extracting(ColorAxis.Tick::label)
        .containsExactly("chance .04");
  }
}
