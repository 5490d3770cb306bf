package io.sextant.report.draw;

import io.sextant.report.draw.Typeface.Weight;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.lang.Character.UnicodeScript;
import java.text.AttributedString;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * One line of text in the fonts that have its characters. Java shapes it and orders it from right
 * to left where its script demands that (Unicode Standard Annex 9). Characters that no font has are
 * drawn as the name of their script in angle brackets, or as their code point if they belong to no
 * particular script.
 */
final class Letters {
  private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

  /** Characters that follow each other and have the same font. */
  private record Run(Font font, StringBuilder text) {}

  private final List<Run> runs = new ArrayList<>();
  private final Set<String> missing = new LinkedHashSet<>();
  private final String text;

  private Letters(String text) {
    this.text = text;
  }

  /**
   * Chooses the fonts.
   *
   * @param own the font of all characters that it has
   */
  static Letters of(String text, Font own, Weight weight, SystemFonts others) {
    Letters letters = new Letters(text);
    if (own.canDisplayUpTo(text) < 0) {
      letters.append(own, text);
      return letters;
    }
    String named = "";
    for (int point : text.codePoints().toArray()) {
      Optional<Font> font = letters.fontOf(point, own, others);
      if (font.isPresent()) {
        Font shown = font.get();
        letters.append(
            shown.getSize2D() == 1 ? shown.deriveFont(weight.style, own.getSize2D()) : shown,
            Character.toString(point));
        named = "";
      } else if (!named.equals(name(point))) {
        named = name(point);
        letters.missing.add(named);
        letters.append(own, "‹" + named + "›");
      }
    }
    return letters;
  }

  /** Returns the font of a character; a combining mark has that of the character before it. */
  private Optional<Font> fontOf(int point, Font own, SystemFonts others) {
    boolean mark = UnicodeScript.of(point) == UnicodeScript.INHERITED;
    if (mark && !runs.isEmpty() && last().font.canDisplay(point)) {
      return Optional.of(last().font);
    }
    return own.canDisplay(point) ? Optional.of(own) : others.showing(point);
  }

  private Run last() {
    return runs.get(runs.size() - 1);
  }

  private void append(Font font, String characters) {
    if (runs.isEmpty() || !last().font.equals(font)) {
      runs.add(new Run(font, new StringBuilder()));
    }
    last().text.append(characters);
  }

  private static String name(int point) {
    UnicodeScript script = UnicodeScript.of(point);
    return switch (script) {
      case COMMON, INHERITED, UNKNOWN -> String.format(Locale.ROOT, "U+%04X", point);
      default ->
          Character.toUpperCase(script.name().charAt(0))
              + script.name().substring(1).toLowerCase(Locale.ROOT).replace('_', ' ');
    };
  }

  /** Returns the scripts, or code points, that no font has. */
  Set<String> missing() {
    return missing;
  }

  /** Returns the width in points, which is the same on every surface. */
  double width() {
    return text.isEmpty() ? 0 : isPlain() ? plainWidth() : layout().getAdvance();
  }

  /** Draws the text on the baseline y in the current colour. */
  void draw(Graphics2D graphics, double x, double y) {
    if (isPlain()) {
      graphics.setFont(last().font);
      graphics.drawString(text, (float) x, (float) y);
    } else if (!runs.isEmpty()) {
      graphics.drawString(styled().getIterator(), (float) x, (float) y);
    }
  }

  private boolean isPlain() {
    return runs.size() == 1 && last().text.toString().equals(text);
  }

  private double plainWidth() {
    return last().font.getStringBounds(text, EXACT).getWidth();
  }

  private TextLayout layout() {
    return new TextLayout(styled().getIterator(), EXACT);
  }

  private AttributedString styled() {
    StringBuilder all = new StringBuilder();
    runs.forEach(run -> all.append(run.text));
    AttributedString styled = new AttributedString(all.toString());
    int from = 0;
    for (Run run : runs) {
      styled.addAttribute(TextAttribute.FONT, run.font, from, from + run.text.length());
      from += run.text.length();
    }
    return styled;
  }
}
