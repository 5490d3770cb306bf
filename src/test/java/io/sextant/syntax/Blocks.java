package io.sextant.syntax;

import java.util.Locale;

/**
 * Builds CoNLL-U from a short form: one word per line, as {@code ID FORM TAG HEAD RELATION [MISC]}.
 */
public final class Blocks {
  private Blocks() {}

  /** Returns a block of ten columns; lines that begin with # are unchanged. */
  public static String of(String... lines) {
    StringBuilder block = new StringBuilder();
    for (String line : lines) {
      if (line.startsWith("#")) {
        block.append(line).append('\n');
        continue;
      }
      String[] c = line.split(" ");
      String lemma = c[1].toLowerCase(Locale.ROOT);
      String misc = c.length > 5 ? c[5] : "_";
      block
          .append(String.join("\t", c[0], c[1], lemma, c[2], "_", "_", c[3], c[4], "_", misc))
          .append('\n');
    }
    return block.toString();
  }
}
