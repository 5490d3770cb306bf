package io.sextant.redaction;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Makes text safe for a terminal. Names of files and words of the data may contain control
 * characters, which would move the cursor, hide text or set a window's title.
 */
final class TerminalText {
  /**
   * All control characters except line feeds and tabs, and those that reverse the writing
   * direction.
   */
  private static final Pattern CONTROLS =
      Pattern.compile("[\\p{Cc}\\u202A-\\u202E\\u2066-\\u2069&&[^\\n\\t]]");

  private TerminalText() {}

  /** Returns the text with each control character written as its code, such as {@code \u001b}. */
  static String of(String text) {
    return CONTROLS
        .matcher(text)
        .replaceAll(
            found -> String.format(Locale.ROOT, "\\\\u%04x", (int) found.group().charAt(0)));
  }
}
