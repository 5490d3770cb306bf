package io.sextant.job.input.delimited;

import io.sextant.job.input.file.InputFault;
import io.sextant.job.input.file.InputFiles;
import io.sextant.job.input.file.InputFormat;
import io.sextant.job.input.file.Lines.Line;
import io.sextant.job.input.file.ReadingIterator;
import io.sextant.job.input.file.TableRow;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.spark.util.SerializableConfiguration;

/**
 * Makes rows of lines or of whole files; what a task needs to know for it.
 *
 * @param places of the columns that are asked for; -1 for one that stays null
 * @param width number of fields of a row
 */
record DelimitedRows(
    Dialect dialect,
    int[] places,
    int width,
    boolean hasHeader,
    Set<Integer> moreFields,
    String charset,
    char lineBreak)
    implements Serializable {

  /** The rows of unquoted lines. */
  Iterator<TableRow> ofLines(Iterator<Line> lines) {
    return new UnquotedRows(lines, this);
  }

  /** The rows of a file with quoted fields. */
  Iterator<TableRow> ofFile(String file, InputFormat format, SerializableConfiguration hadoop) {
    Charset given = Charset.forName(charset);
    try {
      BufferedReader in = InputFiles.open(file, format, given, hadoop.value());
      DelimitedParser parser = new DelimitedParser(in, dialect, lineBreak);
      if (hasHeader) {
        parser.next();
      }
      return new ReadingIterator<>() {
        @Override
        protected TableRow read() {
          try {
            DelimitedRecord record = parser.next();
            if (record == null) {
              in.close();
              return null;
            }
            return row(file, record.fields(), record.raw(), record.problem());
          } catch (IOException e) {
            throw InputFault.reading(file, e);
          }
        }
      };
    } catch (IOException e) {
      throw InputFault.reading(file, e);
    }
  }

  /** What is wrong with the number of fields; null if nothing is. */
  String widthProblem(List<String> fields) {
    return moreFields.contains(fields.size() - width)
        ? null
        : String.format(Locale.ROOT, "the row has %d fields, the header %d", fields.size(), width);
  }

  /** A row of fields; {@code known} is what is wrong with it, or null. */
  TableRow row(String file, List<String> fields, String raw, String known) {
    String[] values = new String[places.length];
    for (int i = 0; i < places.length; i++) {
      values[i] = places[i] >= 0 && places[i] < fields.size() ? fields.get(places[i]) : null;
    }
    String problem = known == null ? widthProblem(fields) : known;
    boolean isPlain = !dialect.isQuoted() && !dialect.isTold();
    for (int i = 0; problem == null && isPlain && i < values.length; i++) {
      if (isQuoted(values[i])) {
        problem = "a field is quoted: --quote '\"' reads quotes, --quote none takes them as text";
      }
    }
    return problem == null
        ? TableRow.of(file, values, raw, Charset.forName(charset))
        : TableRow.bad(file, values, raw, problem);
  }

  /**
   * Whether a field is quoted without doubt, as pandas and spreadsheets do it: quotes around it,
   * and all those in it doubled, of which there is one at least; or nothing in it.
   */
  private static boolean isQuoted(String field) {
    if ("\"\"".equals(field)) {
      return true;
    }
    if (field == null || field.length() < 4 || field.charAt(0) != '"' || !field.endsWith("\"")) {
      return false;
    }
    String inside = field.substring(1, field.length() - 1);
    return inside.contains("\"\"") && inside.replace("\"\"", "").indexOf('"') < 0;
  }

  /** The fields of a line; null where nothing stands between two separators. */
  List<String> split(String line) {
    List<String> fields = new ArrayList<>();
    for (int from = 0; from <= line.length(); ) {
      int to = line.indexOf(dialect.separator(), from);
      int end = to < 0 ? line.length() : to;
      fields.add(from == end ? null : line.substring(from, end));
      from = end + 1;
    }
    return fields;
  }
}
