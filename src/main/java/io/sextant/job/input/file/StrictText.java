package io.sextant.job.input.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Locale;

/**
 * Decodes bytes without the replacement character U+FFFD. A byte that cannot be decoded becomes a
 * lone low surrogate, U+DC00 plus the byte, as with Python's {@code surrogateescape}. Valid text
 * contains no lone surrogate, so {@link #fault} finds it and the row is rejected.
 */
public final class StrictText {
  private static final char REPLACEMENT = '\ufffd';

  private StrictText() {}

  /** Decodes the first {@code length} bytes. */
  public static String decode(byte[] bytes, int length, Charset charset) {
    String text = new String(bytes, 0, length, charset);
    if (text.indexOf(REPLACEMENT) < 0) {
      return text;
    }
    StringWriter strict = new StringWriter(length);
    try (Reader reader = reader(new ByteArrayInputStream(bytes, 0, length), charset)) {
      reader.transferTo(strict);
    } catch (IOException e) {
      throw new UncheckedIOException("bytes in memory cannot fail", e);
    }
    return strict.toString();
  }

  /** Returns a reader that decodes a stream. */
  static Reader reader(InputStream in, Charset charset) {
    return new StrictReader(in, charset);
  }

  /**
   * Returns what is wrong with the characters of a text that was decoded here or unescaped by a
   * JSON parser; null if all are valid.
   */
  public static String fault(String text, Charset charset) {
    int at = loneSurrogate(text);
    if (at < 0) {
      return null;
    }
    char c = text.charAt(at);
    return c >= 0xdc00 && c <= 0xdcff
        ? String.format(
            Locale.ROOT,
            "byte 0x%02X is not %s: name the encoding with --encoding, such as windows-1252",
            c & 0xff,
            charset.name())
        : String.format(Locale.ROOT, "half of a surrogate pair, \\u%04x, is no character", (int) c);
  }

  /**
   * Returns the text for display, with invalid characters written as {@code \xE9} or {@code
   * \ud83d}.
   */
  public static String shown(String text) {
    if (text == null || loneSurrogate(text) < 0) {
      return text;
    }
    StringBuilder shown = new StringBuilder();
    text.codePoints()
        .forEach(
            point -> {
              if (point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE) {
                shown.appendCodePoint(point);
              } else if (point >= 0xdc00 && point <= 0xdcff) {
                shown.append(String.format(Locale.ROOT, "\\x%02X", point & 0xff));
              } else {
                shown.append(String.format(Locale.ROOT, "\\u%04x", point));
              }
            });
    return shown.toString();
  }

  private static int loneSurrogate(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isSurrogate(c)) {
        boolean pair =
            Character.isHighSurrogate(c)
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
        if (!pair) {
          return i;
        }
        i++;
      }
    }
    return -1;
  }
}
