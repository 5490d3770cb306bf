package io.sextant.report.draw;

import io.sextant.fault.BadInputException;
import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.awt.font.FontRenderContext;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The sans-serif typeface of the pictures. It is the first installed one of several typefaces with
 * the widths of Helvetica, so that the layout is right wherever an SVG is opened.
 */
public final class Typeface {
  /** The value of {@code font-family} in an SVG. */
  static final String CSS_FAMILIES =
      "Helvetica, Arial, 'Liberation Sans', 'Nimbus Sans', sans-serif";

  public enum Weight {
    PLAIN(Font.PLAIN),
    BOLD(Font.BOLD);

    private final int style;

    Weight(int style) {
      this.style = style;
    }
  }

  private static final List<String> FAMILIES =
      List.of("Helvetica", "Arial", "Liberation Sans", "Nimbus Sans");
  private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

  private final Font font;

  private Typeface(Font font) {
    this.font = font;
  }

  /**
   * Returns the typeface that is installed.
   *
   * @throws BadInputException if Java finds no font on this machine
   */
  public static Typeface installed() {
    try {
      Set<String> installed =
          new HashSet<>(
              Arrays.asList(
                  GraphicsEnvironment.getLocalGraphicsEnvironment()
                      .getAvailableFontFamilyNames(Locale.ROOT)));
      String family =
          FAMILIES.stream().filter(installed::contains).findFirst().orElse(Font.SANS_SERIF);
      Typeface typeface = new Typeface(new Font(family, Font.PLAIN, 1));
      typeface.width("0", 10, Weight.PLAIN);
      return typeface;
    } catch (RuntimeException | Error e) {
      // Depending on what is missing, the JDK throws a RuntimeException, a LinkageError or an
      // Error.
      throw new BadInputException(
          "Java finds no fonts on this machine, and the pictures need one: install fontconfig,"
              + " freetype and a font (Debian, Ubuntu: apt-get install fontconfig libfreetype6"
              + " fonts-liberation; Fedora, RHEL: dnf install fontconfig freetype"
              + " liberation-sans-fonts)",
          e);
    }
  }

  /** Returns the font in a size in points. */
  Font font(double size, Weight weight) {
    return font.deriveFont(weight.style, (float) size);
  }

  /** Returns the width of a text in points, which is the same on every surface. */
  double width(String text, double size, Weight weight) {
    return font(size, weight).getStringBounds(text, EXACT).getWidth();
  }
}
