package io.sextant.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The alphabet of byte-level BPE (GPT-2's {@code bytes_to_unicode}): every byte of a text's UTF-8
 * is represented by a printable character. Printable bytes of Latin-1 represent themselves, and the
 * others, in ascending order, are represented by the characters from U+0100.
 */
final class ByteLevelText {
  private static final int OTHERS = 0x100;

  /** The byte of each character; -1 for characters that represent none. */
  private static final int[] BYTES = bytes();

  private ByteLevelText() {}

  /** Returns the text of a token; bytes that are not whole characters become U+FFFD. */
  static String decode(String token) {
    byte[] utf8 = new byte[token.length()];
    for (int i = 0; i < utf8.length; i++) {
      char letter = token.charAt(i);
      if (letter >= BYTES.length || BYTES[letter] < 0) {
        return token;
      }
      utf8[i] = (byte) BYTES[letter];
    }
    return new String(utf8, StandardCharsets.UTF_8);
  }

  private static int[] bytes() {
    int[] bytes = new int[2 * OTHERS];
    Arrays.fill(bytes, -1);
    int others = 0;
    for (int value = 0; value < OTHERS; value++) {
      boolean printable =
          value > ' ' && value <= '~' || value > 0xa0 && value <= 0xff && value != 0xad;
      bytes[printable ? value : OTHERS + others++] = value;
    }
    return bytes;
  }
}
