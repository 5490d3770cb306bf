package io.sextant.job.input.delimited;

import io.sextant.config.TextSettings;
import io.sextant.fault.UsageException;
import io.sextant.job.input.file.InputFormat;
import java.io.Serializable;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;

/**
 * How the fields of a delimited file are separated and quoted.
 *
 * @param separator the character between two fields
 * @param quote the character around fields that contain a separator, a quote or a line break;
 *     {@link #NONE} if every line is a row and quotes are text
 * @param isBackslash whether a quote in a field is escaped by a backslash, as Spark writes it;
 *     false if it is doubled (RFC 4180)
 * @param isTold whether the user has given the quote
 */
public record Dialect(char separator, char quote, boolean isBackslash, boolean isTold)
    implements Serializable {
  /** Stands for no quote character. */
  static final char NONE = '\0';

  boolean isQuoted() {
    return quote != NONE;
  }

  /**
   * Returns the dialect of a format, with the user's separator and quote if they are given.
   *
   * @throws UsageException if the separator or the quote is not one character, or both are the same
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
   * Returns the encoding that the user names; null for none.
   *
   * @throws UsageException if Java does not know the encoding
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
