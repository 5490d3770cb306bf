package io.sextant.cli;

import java.util.Set;

/** The warning about characters in pictures that no font of the machine has. */
final class MissingFonts {
  private MissingFonts() {}

  /**
   * Prints the warning.
   *
   * @param scripts the names of the scripts; no warning is printed if there are none
   */
  static void warn(String command, Set<String> scripts) {
    if (!scripts.isEmpty()) {
      System.err.println(
          command
              + ": no font of this machine has characters of "
              + String.join(", ", scripts)
              + ", so the pictures show these names in angle brackets: install a font that has"
              + " them, such as one of Noto's");
    }
  }
}
