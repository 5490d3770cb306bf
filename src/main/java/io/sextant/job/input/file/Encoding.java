package io.sextant.job.input.file;

import io.sextant.fault.BadInputException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Determines the encoding of a file; a byte-order mark overrides the user's encoding. */
public final class Encoding {
  private static final Map<String, String> MARKS =
      new TreeMap<>(
          Map.of(
              "\u00ef\u00bb\u00bf", "UTF-8",
              "\u00fe\u00ff", "UTF-16BE",
              "\u00ff\u00fe", "UTF-16LE",
              "\u0000\u0000\u00fe\u00ff", "UTF-32BE",
              "\u00ff\u00fe\u0000\u0000", "UTF-32LE"));

  private static final int LOOKED_AT = 1024;

  private Encoding() {}

  /** Returns the encoding of the byte-order mark; null if there is none. */
  static Charset ofMark(byte[] head) {
    String text = new String(head, 0, Math.min(head.length, 4), StandardCharsets.ISO_8859_1);
    String longest = null;
    for (String mark : MARKS.keySet()) {
      if (text.startsWith(mark) && (longest == null || mark.length() > longest.length())) {
        longest = mark;
      }
    }
    return longest == null ? null : Charset.forName(MARKS.get(longest));
  }

  /**
   * Returns the encoding of a file.
   *
   * @param head the first bytes of the file
   * @param given the encoding that the user names; null for UTF-8
   * @throws BadInputException if none is named and the file looks like UTF-16 without a mark
   */
  public static Charset of(String file, byte[] head, Charset given) {
    Charset marked = ofMark(head);
    if (marked != null) {
      return marked;
    }
    if (given != null) {
      return given;
    }
    int length = Math.min(head.length, LOOKED_AT) & ~1;
    int[] zeros = new int[2];
    for (int i = 0; i < length; i++) {
      zeros[i & 1] += head[i] == 0 ? 1 : 0;
    }
    for (int high = 0; high < 2; high++) {
      if (zeros[high] * 5 > length && zeros[1 - high] * 20 < length) {
        throw new BadInputException(
            String.format(
                Locale.ROOT,
                "%s looks like UTF-16 without a byte-order mark: --encoding %s reads it",
                file,
                high == 0 ? "UTF-16BE" : "UTF-16LE"));
      }
    }
    return StandardCharsets.UTF_8;
  }
}
