package io.sextant.report.draw;

import java.util.List;

/**
 * Untrusted text made fit for a picture or a page: one line, of bounded length, without characters
 * that XML forbids or that turn the reading direction of what follows. Escaping of markup is left
 * to whoever writes the markup.
 */
public final class Printable {
  private static final int REPLACEMENT = 0xfffd;

  private Printable() {}

  /**
   * Keeps at most {@code length} code points, the last of which is an ellipsis if the text is
   * longer; control, format, private and unpaired characters become U+FFFD.
   */
  public static String cut(String text, int length) {
    StringBuilder kept = new StringBuilder();
    int count = 0;
    for (int at = 0; at < text.length(); ) {
      int point = text.codePointAt(at);
      at += Character.charCount(point);
      count++;
      if (count == length && at < text.length()) {
        return kept.append('…').toString();
      }
      kept.appendCodePoint(visible(point));
    }
    return kept.toString();
  }

  /** {@link #cut(String, int)} of each. */
  public static List<String> cut(List<String> texts, int length) {
    return texts.stream().map(text -> cut(text, length)).toList();
  }

  private static int visible(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          REPLACEMENT;
      default -> point;
    };
  }
}
