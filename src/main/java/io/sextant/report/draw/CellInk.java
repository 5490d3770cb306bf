package io.sextant.report.draw;

import java.awt.Color;

/**
 * Chooses the colour of a value that is written into a square: black or white, whichever has the
 * greater contrast with the square. The contrast is at least 4.5 to 1 (WCAG 2.2 AA).
 *
 * <p>In dark mode the page applies the CSS filter {@code invert(1) hue-rotate(180deg)} to every
 * figure. Squares of medium lightness need the same ink in both modes. For these, the two inks that
 * must not be inverted differ from black and white by one step of 256, by which the page's style
 * sheet recognises them.
 */
public final class CellInk {
  /** Black in light mode, white in dark mode. */
  static final Color BLACK = Color.BLACK;

  /** White in light mode, black in dark mode. */
  static final Color WHITE = Color.WHITE;

  /** Black in both modes. */
  static final Color STAYS_BLACK = new Color(0x010101);

  /** White in both modes. */
  static final Color STAYS_WHITE = new Color(0xfefefe);

  private static final double PALE = .4;

  private CellInk() {}

  public static Color on(Color ground) {
    boolean black = blackStandsOut(ground);
    boolean blackOnDarkPaper = blackStandsOut(onDarkPaper(ground));
    if (black) {
      return blackOnDarkPaper ? STAYS_BLACK : BLACK;
    }
    return blackOnDarkPaper ? WHITE : STAYS_WHITE;
  }

  /** Returns the ink on a ground at an opacity of {@value #PALE}, as an opaque colour. */
  static Color pale(Color ground) {
    Color ink = on(ground);
    return new Color(
        pale(ground.getRed(), ink.getRed()),
        pale(ground.getGreen(), ink.getGreen()),
        pale(ground.getBlue(), ink.getBlue()));
  }

  private static int pale(int ground, int ink) {
    return component(ground + PALE * (ink - ground));
  }

  /** Returns a colour after the page's filter (Filter Effects Module Level 1, section 9). */
  public static Color onDarkPaper(Color color) {
    int red = 255 - color.getRed();
    int green = 255 - color.getGreen();
    int blue = 255 - color.getBlue();
    double grey = .426 * red + 1.43 * green + .144 * blue;
    return new Color(component(grey - red), component(grey - green), component(grey - blue));
  }

  private static int component(double value) {
    return (int) Math.round(Math.max(0, Math.min(255, value)));
  }

  private static boolean blackStandsOut(Color ground) {
    double light = ColorScale.luminance(ground) + .05;
    return light / .05 >= 1.05 / light;
  }
}
