package io.sextant.report.draw;

import java.awt.Color;

/**
 * The colour of a value written into a square: black or white, whichever stands out more from the
 * square, by a contrast of at least 4.5 to 1 (WCAG 2.2 AA).
 *
 * <p>On dark paper the page shows every figure through the CSS filter {@code invert(1)
 * hue-rotate(180deg)}. Squares of medium lightness ask for the same ink there as on white; the two
 * inks that stay are off by one step of 256, and the page's style sheet knows them by that.
 */
public final class CellInk {
  /** Black on white paper, white on dark. */
  static final Color BLACK = Color.BLACK;

  /** White on white paper, black on dark. */
  static final Color WHITE = Color.WHITE;

  /** Black on any paper. */
  static final Color STAYS_BLACK = new Color(0x010101);

  /** White on any paper. */
  static final Color STAYS_WHITE = new Color(0xfefefe);

  private CellInk() {}

  public static Color on(Color ground) {
    boolean black = blackStandsOut(ground);
    boolean blackOnDarkPaper = blackStandsOut(onDarkPaper(ground));
    if (black) {
      return blackOnDarkPaper ? STAYS_BLACK : BLACK;
    }
    return blackOnDarkPaper ? WHITE : STAYS_WHITE;
  }

  /** What the page's filter makes of a colour (Filter Effects Module Level 1, section 9). */
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
