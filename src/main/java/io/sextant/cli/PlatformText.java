package io.sextant.cli;

import io.sextant.fault.UsageException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Checks that the arguments arrived whole. Java decodes arguments and file names in the encoding of
 * the process's locale. In the locales {@code C} and {@code POSIX} it is ASCII, and other letters
 * arrive as {@link #LOST}.
 */
final class PlatformText {
  private static final char LOST = '\uFFFD';

  private PlatformText() {}

  /**
   * Refuses arguments in which letters were lost.
   *
   * @throws UsageException if letters were lost; the message names the argument and the setting
   */
  static void require(String... arguments) {
    requireWhole(System.getProperty("sun.jnu.encoding", "UTF-8"), arguments);
  }

  static void requireWhole(String encoding, String... arguments) {
    for (String argument : arguments) {
      if (argument.indexOf(LOST) >= 0) {
        throw new UsageException(
            isUtf8(encoding)
                ? "the argument '" + argument + "' is not UTF-8: give it in UTF-8"
                : "letters of the argument '"
                    + argument
                    + "' were lost: the locale's encoding is "
                    + encoding
                    + "; set LC_ALL=C.UTF-8, or another UTF-8 locale");
      }
    }
  }

  private static boolean isUtf8(String encoding) {
    return Charset.isSupported(encoding)
        && Charset.forName(encoding).equals(StandardCharsets.UTF_8);
  }
}
