package io.sextant.report.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;

class CellInkTest {

  @Property
  void valuesAreLegibleOnWhiteAndOnDarkPaper(
      @ForAll ColorScale scale, @ForAll @Scale(6) @DoubleRange(max = 1) double position) {
    Color ground = scale.at(position);
    Color ink = CellInk.on(ground);
    assertThat(contrast(ink, ground)).isGreaterThan(4.5);
    assertThat(contrast(shown(ink), CellInk.onDarkPaper(ground))).isGreaterThan(4.5);
  }

  @Example
  void whiteAndBlackTurnRound() {
    assertThat(CellInk.onDarkPaper(Color.WHITE)).isEqualTo(Color.BLACK);
    assertThat(CellInk.onDarkPaper(Color.BLACK)).isEqualTo(Color.WHITE);
  }

  /** Returns the colour that the style sheet and its filter produce from an ink. */
  private static Color shown(Color ink) {
    boolean stays = ink.equals(CellInk.STAYS_BLACK) || ink.equals(CellInk.STAYS_WHITE);
    return stays ? ink : CellInk.onDarkPaper(ink);
  }

  private static double contrast(Color one, Color other) {
    double a = ColorScale.luminance(one) + .05;
    double b = ColorScale.luminance(other) + .05;
    return Math.max(a, b) / Math.min(a, b);
  }
}
