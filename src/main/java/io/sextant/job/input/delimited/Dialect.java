package io.sextant.job.input.delimited;

import io.sextant.config.TextSettings;
import io.sextant.fault.UsageException;
import io.sextant.job.input.file.InputFormat;
import java.io.Serializable;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;

/**
 * How the fields of a delimited file are parted.
 *
 * @param separator between two fields
 * @param quote around fields that hold a separator, a quote or a line's end; {@link #NONE} where
 *     every line is a row and quotes are text
 * @param isBackslash whether a quote in a field is escaped by a backslash, as Spark's writer does;
 *     false where it is doubled (RFC 4180)
 * @param isTold whether the user says what quotes are
 */
public record Dialect(char separator, char quote, boolean isBackslash, boolean isTold)
    implements Serializable {
  /** No character quotes. */
  static final char NONE = '\0';

  boolean isQuoted() {
    return quote != NONE;
  }

  /**
   * The dialect of a format, unless the user names another.
   *
   * @throws UsageException if separator or quote is not one character
   */
  public static Dialect of(InputFormat format, TextSettings settings) {
    boolean isCsv = format == InputFormat.CSV;
    char separator = isCsv ? ',' : '\t';
    if (settings.separator() != null) {
      separator = separator(settings.separator());
    }
    String quote = settings.quote();
    if (quote == null) {
      return new Dialect(separator, isCsv ? '"' : NONE, false, false);
    }
    boolean isBackslash = quote.length() == 2 && quote.charAt(0) == '\\';
    if (quote.equals("none")) {
      return new Dialect(separator, NONE, false, true);
    }
    if (quote.length() != 1 && !isBackslash) {
      throw new UsageException(
          "--quote is '" + quote + "': give one character, none, or \\\" for quotes after a \\");
    }
    char character = quote.charAt(quote.length() - 1);
    if (character == separator || character == '\n' || character == '\r') {
      throw new UsageException("--quote is '" + quote + "': it cannot be the separator");
    }
    return new Dialect(separator, character, isBackslash, true);
  }

  private static char separator(String given) {
    String plain = given.equals("\\t") || given.equals("tab") ? "\t" : given;
    if (plain.length() != 1 || "\n\r\0".contains(plain)) {
      throw new UsageException(
          "--separator is '" + given + "': give one character, or tab for a tab");
    }
    return plain.charAt(0);
  }

  /**
   * The encoding that the user names; null for none.
   *
   * @throws UsageException if Java has none of that name
   */
  public static Charset encoding(TextSettings settings) {
    if (settings.encoding() == null) {
      return null;
    }
    try {
      return Charset.forName(settings.encoding());
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw new UsageException(
          "--encoding is '"
              + settings.encoding()
              + "': give a name such as UTF-8, UTF-16LE, windows-1252, ISO-8859-1 or GB18030",
          e);
    }
  }
}
