package io.sextant.report.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sextant.report.draw.Typeface.Weight;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class LettersTest {
  /** A code point that Unicode gives to no script and that fonts leave empty. */
  private static final String UNKNOWN = Character.toString(0x10fff0);

  private final Typeface typeface = Typeface.load();

  @Test
  void widthsAreThoseOfLiberationSansOnEveryMachine() {
    // Units of 1/2048 em in the font's table hmtx: A 1366, b 1139, and in bold A 1479, b 1251.
    assertThat(width("Ab", Weight.PLAIN)).isCloseTo(1366 + 1139, within(.5));
    assertThat(width("Ab", Weight.BOLD)).isCloseTo(1479 + 1251, within(.5));
    assertThat(width("", Weight.PLAIN)).isZero();
  }

  @Test
  void hebrewReadsFromRightToLeft() {
    // The last letter of the word stands on the left: a picture of the word begins with its ink.
    assertThat(drawn("אל").getSubimage(0, 0, 10, 40))
        .matches(first -> ink(first) == ink(drawn("ל").getSubimage(0, 0, 10, 40)));
    assertThat(ink(drawn("ל").getSubimage(0, 0, 10, 40)))
        .isNotEqualTo(ink(drawn("א").getSubimage(0, 0, 10, 40)));
  }

  @Test
  void charactersThatNoFontHasAreNamedOnceInARow() {
    Letters letters = typeface.letters("a" + UNKNOWN + UNKNOWN + "b", 2048, Weight.PLAIN);
    assertThat(letters.missing()).containsExactly("U+10FFF0");
    assertThat(letters.width()).isCloseTo(width("a‹U+10FFF0›b", Weight.PLAIN), within(1.));
    assertThat(typeface.missing()).as("before it is drawn").isEmpty();
    drawn(UNKNOWN);
    assertThat(typeface.missing()).containsExactly("U+10FFF0");
  }

  private double width(String text, Weight weight) {
    return typeface.letters(text, 2048, weight).width();
  }

  private BufferedImage drawn(String text) {
    BufferedImage image = new BufferedImage(120, 40, BufferedImage.TYPE_INT_RGB);
    var graphics = image.createGraphics();
    typeface.draw(typeface.letters(text, 30, Weight.PLAIN), graphics, 0, 30);
    graphics.dispose();
    return image;
  }

  private static long ink(BufferedImage image) {
    return java.util.Arrays.stream(
            image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth()))
        .filter(pixel -> pixel != 0xff000000)
        .count();
  }
}
