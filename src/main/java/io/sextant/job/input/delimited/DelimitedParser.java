package io.sextant.job.input.delimited;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/**
 * Parses records with quoted fields as RFC 4180 defines them. A quoted field may hold separators
 * and line breaks. The parser repairs nothing. After a misplaced quote the end of the record is
 * unknown, so each of its lines becomes a bad record, up to the line at which the quotes are
 * balanced. The lines after it become bad records too while they have a quote in the middle of a
 * field.
 */
public final class DelimitedParser {
  /** The greatest length of a quoted field; in a longer one, the closing quote is missing. */
  private static final int LONGEST = 4_000_000;

  private static final int END = -1;

  private final Reader in;
  private final Dialect dialect;
  private final char lineBreak;
  private final Deque<String> brokenLines = new ArrayDeque<>();
  private final char[] buffer = new char[1 << 15];
  private int at;
  private int filled;
  private final StringBuilder raw = new StringBuilder();
  private List<String> fields = new ArrayList<>();
  private int peeked;
  private long line;
  private long brokenLine;
  private boolean isOpen;
  private boolean isSuspicious;
  private boolean hasQuoteInside;

  /** Creates a parser of the rest of a file. */
  public DelimitedParser(Reader in, Dialect dialect, char lineBreak) throws IOException {
    this.in = in;
    this.dialect = dialect;
    this.lineBreak = lineBreak;
    this.peeked = read();
  }

  /** Returns the next record that is not a blank line; null at the end. */
  public DelimitedRecord next() throws IOException {
    while (true) {
      if (!brokenLines.isEmpty() || isOpen) {
        return nextBroken();
      }
      if (peeked == END) {
        return null;
      }
      DelimitedRecord record = parse();
      if (record.problem() != null || !record.raw().trim().isEmpty()) {
        return record;
      }
    }
  }

  private DelimitedRecord parse() throws IOException {
    raw.setLength(0);
    fields = new ArrayList<>();
    hasQuoteInside = false;
    long first = ++line;
    boolean more = true;
    while (more) {
      String problem = null;
      if (peeked == dialect.quote() && dialect.isQuoted()) {
        problem = quoted();
      } else {
        fields.add(unquoted());
      }
      if (problem != null) {
        return broken(first, problem);
      }
      more = peeked == dialect.separator();
      if (peeked != END) {
        take();
      }
    }
    String text = withoutEnd(raw);
    if (isSuspicious && hasQuoteInside) {
      String problem = "it may be a part of the row that is broken in line " + brokenLine;
      return new DelimitedRecord(Collections.emptyList(), text, problem);
    }
    isSuspicious = false;
    return new DelimitedRecord(fields, text, null);
  }

  private String unquoted() throws IOException {
    StringBuilder field = new StringBuilder();
    while (peeked != END && peeked != dialect.separator() && peeked != lineBreak) {
      hasQuoteInside |= peeked == dialect.quote();
      field.append((char) take());
    }
    int last = field.length() - 1;
    if (peeked != dialect.separator() && last >= 0 && field.charAt(last) == '\r') {
      field.setLength(last);
    }
    return field.isEmpty() ? null : field.toString();
  }

  /** Reads a quoted field; returns what is wrong with it, or null. */
  private String quoted() throws IOException {
    long opened = line;
    StringBuilder field = new StringBuilder();
    take();
    while (true) {
      if (peeked == END || field.length() > LONGEST) {
        return String.format(Locale.ROOT, "the quote that opens in line %d is not closed", opened);
      }
      int c = take();
      if (c == lineBreak) {
        line++;
      }
      if (dialect.isBackslash() && c == '\\' && (peeked == dialect.quote() || peeked == '\\')) {
        field.append((char) take());
      } else if (c != dialect.quote()) {
        field.append((char) c);
      } else if (!dialect.isBackslash() && peeked == dialect.quote()) {
        field.append((char) take());
      } else {
        break;
      }
    }
    if (peeked == '\r' && lineBreak != '\r') {
      take();
      if (peeked != lineBreak && peeked != END) {
        return afterQuote();
      }
    }
    if (peeked != END && peeked != dialect.separator() && peeked != lineBreak) {
      return afterQuote();
    }
    fields.add(field.toString());
    return null;
  }

  private String afterQuote() {
    return "line "
        + line
        + " has text after a closing quote: quotes in a field must be doubled; if they are escaped"
        + " by a backslash, --quote '\\\"'; if they are text, --quote none";
  }

  private DelimitedRecord broken(long first, String problem) throws IOException {
    while (peeked != END && peeked != lineBreak) {
      take();
    }
    if (peeked != END) {
      take();
    }
    isSuspicious = true;
    isOpen = raw.chars().filter(c -> c == dialect.quote()).count() % 2 != 0;
    brokenLine = first;
    String[] lines = withoutEnd(raw).split(String.valueOf(lineBreak), -1);
    for (int i = 1; i < lines.length; i++) {
      brokenLines.add(withoutReturn(lines[i]));
    }
    return new DelimitedRecord(fields, withoutReturn(lines[0]), problem);
  }

  private DelimitedRecord nextBroken() throws IOException {
    String text = brokenLines.poll();
    if (text == null) {
      raw.setLength(0);
      line++;
      while (peeked != END && peeked != lineBreak) {
        isOpen ^= peeked == dialect.quote();
        take();
      }
      if (peeked == END) {
        isOpen = false;
        if (raw.isEmpty()) {
          return next();
        }
      } else {
        take();
      }
      text = withoutEnd(raw);
    }
    String problem = "it may be a part of the row that is broken in line " + brokenLine;
    return new DelimitedRecord(Collections.emptyList(), text, problem);
  }

  private int take() throws IOException {
    int c = peeked;
    raw.append((char) c);
    peeked = read();
    return c;
  }

  private int read() throws IOException {
    if (at == filled) {
      filled = in.read(buffer, 0, buffer.length);
      at = 0;
      if (filled <= 0) {
        filled = 0;
        return END;
      }
    }
    return buffer[at++];
  }

  private String withoutEnd(StringBuilder text) {
    int end = text.length();
    if (end > 0 && text.charAt(end - 1) == lineBreak) {
      end--;
    }
    return withoutReturn(text.substring(0, end));
  }

  private static String withoutReturn(String text) {
    return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
  }
}
