package io.sextant.report.draw;

import java.util.List;
import java.util.Set;

/**
 * Makes untrusted text suitable for a picture or a page: it becomes one line of bounded length,
 * without characters that XML forbids or that change the writing direction. Markup is not escaped;
 * the writer of the markup must do that.
 */
public final class Printable {
  private static final int REPLACEMENT = 0xfffd;

  /** Characters without a width that words of Persian and of India's languages are spelt with. */
  private static final Set<Integer> JOINERS = Set.of(0x200c, 0x200d);

  private Printable() {}

  /**
   * Truncates a text to {@code length} code points, the last of which is then an ellipsis. Control,
   * format, private-use and unassigned characters and unpaired surrogates become U+FFFD, but for
   * the joiner and the non-joiner.
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

  /** Applies {@link #cut(String, int)} to each text. */
  public static List<String> cut(List<String> texts, int length) {
    return texts.stream().map(text -> cut(text, length)).toList();
  }

  private static int visible(int point) {
    if (JOINERS.contains(point)) {
      return point;
    }
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
