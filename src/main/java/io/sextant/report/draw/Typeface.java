package io.sextant.report.draw;

import io.sextant.fault.BadInputException;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The typeface of the pictures: Liberation Sans, which is part of Sextant and has the widths of
 * Helvetica and Arial, so that the layout is the same on every machine and right wherever an SVG is
 * opened. Fonts of the machine show the characters that it lacks.
 */
public final class Typeface {
  /** The value of {@code font-family} in an SVG. */
  static final String CSS_FAMILIES =
      "Helvetica, Arial, 'Liberation Sans', 'Nimbus Sans', sans-serif";

  /** A weight and the file of its font. */
  public enum Weight {
    PLAIN(Font.PLAIN, "Liberation Sans", "LiberationSans-Regular"),
    BOLD(Font.BOLD, "Liberation Sans Bold", "LiberationSans-Bold");

    final int style;

    /** The name that Java gives the font of the file. */
    final String fontName;

    private final String file;

    Weight(int style, String fontName, String file) {
      this.style = style;
      this.fontName = fontName;
      this.file = file;
    }

    /** Opens the font's file, TrueType. */
    InputStream open() throws IOException {
      String resource = "/report/font/" + file + ".ttf";
      InputStream stream = Typeface.class.getResourceAsStream(resource);
      if (stream == null) {
        throw new IOException("no resource " + resource);
      }
      return stream;
    }
  }

  private final Map<Weight, Font> fonts;
  private final SystemFonts others = new SystemFonts();
  private final Set<String> missing = new TreeSet<>();

  private Typeface(Map<Weight, Font> fonts) {
    this.fonts = fonts;
  }

  /**
   * Returns the typeface.
   *
   * @throws BadInputException if Java cannot use fonts on this machine
   */
  public static Typeface load() {
    try {
      Typeface typeface =
          new Typeface(Map.of(Weight.PLAIN, read(Weight.PLAIN), Weight.BOLD, read(Weight.BOLD)));
      typeface.letters("0", 10, Weight.PLAIN).width();
      return typeface;
    } catch (RuntimeException | Error | IOException | FontFormatException e) {
      // Depending on what is missing, the JDK throws a RuntimeException, a LinkageError or an
      // Error.
      throw new BadInputException(
          "Java cannot use fonts on this machine, and the pictures need them: install fontconfig"
              + " and freetype (Debian, Ubuntu: apt-get install fontconfig libfreetype6; Fedora,"
              + " RHEL: dnf install fontconfig freetype), or leave them out with --pictures none",
          e);
    }
  }

  private static Font read(Weight weight) throws IOException, FontFormatException {
    try (InputStream file = weight.open()) {
      return Font.createFont(Font.TRUETYPE_FONT, file);
    }
  }

  /** Returns a font of which a viewer is told the size and the weight. */
  static Font described(double size, Weight weight) {
    return new Font(Font.SANS_SERIF, weight.style, 1).deriveFont((float) size);
  }

  /** Returns a text in a size in points. */
  Letters letters(String text, double size, Weight weight) {
    Font font = fonts.get(weight).deriveFont((float) size);
    return Letters.of(text, font, weight, others);
  }

  /** Draws a text on the baseline y in the current colour, with the fonts of this machine. */
  void draw(Letters letters, Graphics2D graphics, double x, double y) {
    letters.draw(graphics, x, y);
    missing.addAll(letters.missing());
  }

  /**
   * Returns the names of the scripts, and of the characters of none, of which texts were drawn
   * though no font of this machine has them. Each of them is drawn as its name in angle brackets.
   */
  public Set<String> missing() {
    return Set.copyOf(missing);
  }
}
