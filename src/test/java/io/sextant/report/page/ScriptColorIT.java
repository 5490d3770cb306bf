package io.sextant.report.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sextant.report.draw.CellInk;
import io.sextant.report.draw.ColorScale;
import java.awt.Color;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks that colours on the page have the same meaning as in the figures. */
class ScriptColorIT {
  private static final String SCALES =
      "{ scales: { sequential: ['#ffffff', '#000000'], diverging: ['#0000ff', '#ffffff', '#ff0000'] } }";
  private static Scripts scripts;

  @BeforeAll
  static void open() {
    scripts = Scripts.open();
  }

  @AfterAll
  static void close() {
    if (scripts != null) {
      scripts.close();
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {-.5, 0, .1, .37, .5, .93, 1, 2})
  void aScaleIsMixedAsInThePictures(double place) {
    String points = "['" + String.join("', '", ColorScale.all().get("sequential")) + "']";
    assertThat(scripts.numbers("color", "m.mix(" + points + ", " + place + ")"))
        .isEqualTo(rgb(ColorScale.SEQUENTIAL.at(place)));
  }

  @ParameterizedTest
  @ValueSource(ints = {0xf0f4eb, 0x0e74a9, 0x162351, 0xb86b0c, 0x000000, 0xffffff})
  void darkPaperAndInkAreThoseOfThePictures(int color) {
    Color square = new Color(color);
    String rgb = rgb(square).toString();
    assertThat(
            scripts.numbers(
                "color",
                "await import('/theme.js').then(({ paper }) => { paper.dark = true;"
                    + " const turned = m.onPaper("
                    + rgb
                    + "); paper.dark = false; return turned; })"))
        .isEqualTo(rgb(CellInk.onDarkPaper(square)));
    assertThat(scripts.numbers("color", "m.onPaper(" + rgb + ")")).isEqualTo(rgb(square));
    assertThat(scripts.number("color", "m.luminance(" + rgb + ")"))
        .isCloseTo(ColorScale.luminance(square), within(1e-12));
  }

  @Test
  void inkStandsOutFromItsGround() {
    assertThat(scripts.text("color", "m.inkOn([240, 244, 235]) + m.inkOn([22, 35, 81])"))
        .isEqualTo("#000#fff");
    assertThat(scripts.text("color", "m.toCss(m.toRgb('#0e74a9'))")).isEqualTo("rgb(14,116,169)");
  }

  @Test
  void coloursAndLettersOfPatternsAndHeadsComeWithTheData() {
    String known =
        "(m.knowColors({ patterns: [{ key: 'next', color: '#332288', letter: 'N' }],"
            + " headColors: ['#000001', '#000002'] }), ";
    assertThat(scripts.text("color", known + "m.signOf('next').letter + m.signOf('other').letter)"))
        .isEqualTo("N?");
    assertThat(scripts.numbers("color", known + "m.signOf('next').rgb)"))
        .containsExactly(51., 34., 136.);
    assertThat(scripts.numbers("color", known + "[0, 1, 2].map((head) => m.headColor(head)[2]))"))
        .as("from the last on the first again")
        .containsExactly(1., 2., 1.);
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "NaN, 1", ".3, .5", ".2, .2", "1, 1", "7, 10", ".0012, .002", "12, 20"})
  void anAxisEndsAtANiceNumberThatIsNoLess(double value, double end) {
    assertThat(scripts.number("axis", "m.niceCeiling(" + value + ")")).isCloseTo(end, within(1e-9));
  }

  @Test
  void sharesAreColouredFromChanceOn() {
    String axis = "m.shareAxis(" + SCALES + ", .2)";
    assertThat(scripts.numbers("axis", axis + ".color(.1)")).containsExactly(255., 255., 255.);
    assertThat(scripts.numbers("axis", axis + ".color(.6)")).containsExactly(128., 128., 128.);
    assertThat(scripts.numbers("axis", axis + ".color(1)")).containsExactly(0., 0., 0.);
    assertThat(scripts.list("axis", axis + ".ticks.map(({ label }) => label)"))
        .isEqualTo(List.of("0", ".25", ".50", ".75", "1", "chance .20"));
    assertThat(scripts.list("axis", "m.shareAxis(" + SCALES + ", NaN).ticks")).hasSize(5);
  }

  @Test
  void ratiosAreColouredByDoublingsAroundOne() {
    String axis = "m.ratioAxis(" + SCALES + ", [.9, 8, NaN, 0, Infinity], 'chance 1')";
    assertThat(scripts.numbers("axis", "[1 / 8, 1, 2, 8, 99].map(" + axis + ".place)"))
        .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-9 ? 0 : 1)
        .containsExactly(0., .5, 2 / 3., 1., 1.);
    assertThat(scripts.number("axis", axis + ".value(" + axis + ".place(3))"))
        .isCloseTo(3, within(1e-9));
    assertThat(scripts.list("axis", axis + ".ticks.map(({ label }) => label)"))
        .isEqualTo(List.of("chance 1", "1/8", "8", "1/4", "4", "1/2", "2"));
    assertThat(scripts.numbers("axis", axis + ".color(1)")).containsExactly(255., 255., 255.);
  }

  @Test
  void differencesReachAsFarToEitherSide() {
    String axis = "m.differenceAxis(" + SCALES + ", [.3, -.4])";
    assertThat(scripts.list("axis", axis + ".ticks.map(({ label }) => label)"))
        .isEqualTo(List.of("−.5", "no difference", "+.5"));
    assertThat(scripts.numbers("axis", "[-.5, 0, .25].map(" + axis + ".place)"))
        .containsExactly(0., .5, .75);
    assertThat(scripts.numbers("axis", axis + ".color(-.5)")).containsExactly(0., 0., 255.);
    String small = "m.differenceAxis(" + SCALES + ", [.003, -.004], 'none', .05)";
    assertThat(scripts.list("axis", small + ".ticks.map(({ label }) => label)"))
        .isEqualTo(List.of("−.05", "none", "+.05"));
  }

  @Test
  void aPlainAxisGoesFromZeroToTheGreatestValue() {
    String axis = "m.plainAxis(" + SCALES + ", [.012, .034, NaN])";
    assertThat(scripts.list("axis", axis + ".ticks.map(({ label }) => label)"))
        .isEqualTo(List.of("0", ".025", ".05"));
    assertThat(scripts.number("axis", axis + ".place(.025)")).isEqualTo(.5);
  }

  private static List<Double> rgb(Color color) {
    return List.of((double) color.getRed(), (double) color.getGreen(), (double) color.getBlue());
  }
}
