package io.sextant.cli;

import io.sextant.fault.UsageException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * The encoding in which Java takes arguments and file names. It follows the locale of the process,
 * and where that is {@code C} or {@code POSIX} it is ASCII: other letters arrive as {@link #LOST}.
 */
final class PlatformText {
  private static final char LOST = '\uFFFD';

  private PlatformText() {}

  /**
   * Refuses arguments of which letters were lost on the way.
   *
   * @throws UsageException naming the argument, and what to set
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
