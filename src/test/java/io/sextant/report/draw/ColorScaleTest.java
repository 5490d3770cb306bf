package io.sextant.report.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;

class ColorScaleTest {
  private static final double STEP = 1 / 64.0;

  @Property
  void sequentialDarkensAllTheWay(@ForAll @Scale(6) @DoubleRange(max = 1 - STEP) double position) {
    assertThat(luminance(ColorScale.SEQUENTIAL, position))
        .isGreaterThan(luminance(ColorScale.SEQUENTIAL, position + STEP));
  }

  @Property
  void divergingDarkensAwayFromTheMiddle(
      @ForAll @Scale(6) @DoubleRange(max = .5 - STEP) double distance) {
    for (int side : new int[] {-1, 1}) {
      assertThat(luminance(ColorScale.DIVERGING, .5 + side * distance))
          .isGreaterThan(luminance(ColorScale.DIVERGING, .5 + side * (distance + STEP)));
    }
  }

  @Property
  void divergingSidesAreOfLikeStrength(@ForAll @Scale(6) @DoubleRange(max = .4) double distance) {
    assertThat(luminance(ColorScale.DIVERGING, .5 - distance))
        .isCloseTo(luminance(ColorScale.DIVERGING, .5 + distance), within(.1));
  }

  @Property
  void neighboursLookAlike(@ForAll @Scale(6) @DoubleRange(max = .999) double position) {
    for (ColorScale scale : ColorScale.values()) {
      Color here = scale.at(position);
      Color next = scale.at(position + .001);
      assertThat(Math.abs(here.getRed() - next.getRed())).isLessThanOrEqualTo(2);
      assertThat(Math.abs(here.getGreen() - next.getGreen())).isLessThanOrEqualTo(2);
      assertThat(Math.abs(here.getBlue() - next.getBlue())).isLessThanOrEqualTo(2);
    }
  }

  @Property
  void positionsBeyondTheEndsTakeTheEnds(
      @ForAll @Scale(6) @DoubleRange(min = 1, max = 1e300) double far) {
    for (ColorScale scale : ColorScale.values()) {
      assertThat(scale.at(far)).isEqualTo(scale.at(1));
      assertThat(scale.at(-far)).isEqualTo(scale.at(0));
    }
  }

  @Property
  void greyReadersSeeTheOrder(@ForAll @Scale(6) @DoubleRange(max = .9) double position) {
    // The colours as seen with deuteranopia and protanopia, after Viénot, Brettel and Mollon 1999.
    double[][] deuteranope = {{.29275, .70725, 0}, {.29275, .70725, 0}, {-.02234, .02234, 1}};
    double[][] protanope = {{.11238, .88762, 0}, {.11238, .88762, 0}, {.00401, -.00401, 1}};
    for (double[][] reader : new double[][][] {deuteranope, protanope}) {
      assertThat(seen(reader, ColorScale.SEQUENTIAL.at(position)))
          .isGreaterThan(seen(reader, ColorScale.SEQUENTIAL.at(position + .1)));
    }
  }

  @Example
  void endsAreTheControlPoints() {
    assertThat(ColorScale.SEQUENTIAL.at(0)).isEqualTo(new Color(0xf0f4eb));
    assertThat(ColorScale.SEQUENTIAL.at(1)).isEqualTo(new Color(0x162351));
    assertThat(ColorScale.DIVERGING.at(.5)).isEqualTo(new Color(0xf2f3f3));
  }

  @Example
  void whatWasNotMeasuredHasNoColour() {
    assertThatIllegalArgumentException().isThrownBy(() -> ColorScale.SEQUENTIAL.at(Double.NaN));
  }

  private static double luminance(ColorScale scale, double position) {
    return ColorScale.luminance(scale.at(position));
  }

  private static double seen(double[][] reader, Color color) {
    double[] linear = new double[3];
    float[] rgb = color.getRGBColorComponents(null);
    for (int i = 0; i < 3; i++) {
      linear[i] = Math.pow(rgb[i], 2.2);
    }
    double luminance = 0;
    double[] weights = {.2126, .7152, .0722};
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        luminance += weights[i] * reader[i][j] * linear[j];
      }
    }
    return luminance;
  }
}
