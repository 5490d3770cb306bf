package io.sextant.report.draw;

import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The fonts of this machine, for characters that the typeface of the pictures lacks. */
final class SystemFonts {
  private final Map<Integer, Optional<Font>> known = new HashMap<>();
  private List<Font> fonts;

  /**
   * Returns a font of one point that has a character: the system's sans-serif font, or else the
   * first of the others in the order of their names; empty if none has it.
   */
  Optional<Font> showing(int point) {
    return known.computeIfAbsent(
        point, wanted -> installed().stream().filter(font -> font.canDisplay(wanted)).findFirst());
  }

  private List<Font> installed() {
    if (fonts == null) {
      fonts = new ArrayList<>();
      fonts.add(new Font(Font.SANS_SERIF, Font.PLAIN, 1));
      Arrays.stream(GraphicsEnvironment.getLocalGraphicsEnvironment().getAllFonts())
          .sorted(Comparator.comparing(Font::getFontName))
          .forEach(fonts::add);
    }
    return fonts;
  }
}
