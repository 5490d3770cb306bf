package io.sextant.job.input.delimited;

import io.sextant.job.input.file.Lines.Line;
import io.sextant.job.input.file.ReadingIterator;
import io.sextant.job.input.file.TableRow;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The rows of lines whose fields are taken as unquoted. If the file is quoted after all, a line
 * break in a field would split a row in two. So if the last field of a line opens a quote and the
 * next line has a wrong number of fields, both lines are bad, and so are all up to the line that
 * closes the quote.
 */
final class UnquotedRows extends ReadingIterator<TableRow> {
  private static final String TORN =
      "it may be a part of a quoted field of several lines: --quote '\"' reads such files, --quote"
          + " none takes quotes as text";

  /** A quote at the end of a field. */
  private static final Pattern CLOSING = Pattern.compile("\"(\t|$)");

  private final Iterator<Line> lines;
  private final DelimitedRows rows;
  private boolean isHeaderDue;
  private boolean isOpen;
  private Line ahead;

  UnquotedRows(Iterator<Line> lines, DelimitedRows rows) {
    this.lines = lines;
    this.rows = rows;
    this.ahead = nextLine();
  }

  @Override
  protected TableRow read() {
    Line line = ahead;
    if (line == null) {
      return null;
    }
    ahead = nextLine();
    List<String> fields = rows.split(line.text());
    String problem = rows.widthProblem(fields);
    if (!rows.dialect().isTold()) {
      boolean isOpening = isOdd(fields.get(fields.size() - 1), true);
      boolean isTornAhead = ahead != null && rows.widthProblem(rows.split(ahead.text())) != null;
      if (isOpen && isOdd(line.text(), false) && CLOSING.matcher(line.text()).find()) {
        problem = TORN;
        isOpen = false;
      } else if (problem != null) {
        isOpen |= isOpening;
      } else if (isOpening && isTornAhead) {
        problem = TORN;
        isOpen = true;
      } else {
        isOpen = false;
      }
    }
    return rows.row(line.file(), fields, line.text(), problem);
  }

  /**
   * Returns whether a text has an odd number of quotes.
   *
   * @param begins whether the text must also begin with a quote
   */
  private static boolean isOdd(String text, boolean begins) {
    return text != null
        && (!begins || text.startsWith("\""))
        && text.chars().filter(c -> c == '"').count() % 2 != 0;
  }

  /** Returns the next line that is neither blank nor a header; null at the end. */
  private Line nextLine() {
    while (lines.hasNext()) {
      Line line = lines.next();
      isHeaderDue |= line.isFirst() && rows.hasHeader();
      if (!line.text().trim().isEmpty()) {
        if (!isHeaderDue) {
          return line;
        }
        isHeaderDue = false;
      }
    }
    return null;
  }
}
