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
 * Makes rows of lines or of whole files, in a task.
 *
 * @param places the index of each requested column in a row; -1 for a column that stays null
 * @param width the number of fields of a row
 * @param hasHeader whether the first line of a file is a header
 * @param moreFields by how many fields a row may exceed the width
 * @param charset the encoding of files without a byte-order mark
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

  /** Returns the rows of lines without quoting. */
  Iterator<TableRow> ofLines(Iterator<Line> lines) {
    return new UnquotedRows(lines, this);
  }

  /** Returns the rows of a file with quoted fields. */
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

  /** Returns what is wrong with the number of fields; null if it fits. */
  String widthProblem(List<String> fields) {
    return moreFields.contains(fields.size() - width)
        ? null
        : String.format(Locale.ROOT, "the row has %d fields, the header %d", fields.size(), width);
  }

  /**
   * Returns a row of the requested fields.
   *
   * @param known a fault that the parser found; null for none
   */
  TableRow row(String file, List<String> fields, String raw, String known) {
    String[] values = new String[places.length];
    for (int i = 0; i < places.length; i++) {
      values[i] = places[i] >= 0 && places[i] < fields.size() ? fields.get(places[i]) : null;
    }
    String problem = known == null ? widthProblem(fields) : known;
    boolean isPlain = !dialect.isQuoted() && !dialect.isTold();
    for (int i = 0; problem == null && isPlain && i < values.length; i++) {
      if (isQuoted(values[i])) {
        problem =
            "a field is quoted: --quote '\"' reads quoted fields, --quote none takes quotes as text";
      }
    }
    return problem == null
        ? TableRow.of(file, values, raw, Charset.forName(charset))
        : TableRow.bad(file, values, raw, problem);
  }

  /**
   * Returns whether a field is quoted beyond doubt in the manner of pandas and spreadsheets: it is
   * enclosed in quotes, and either it is empty or it contains quotes, all of which are doubled.
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

  /** Returns the fields of a line; null for a field without characters. */
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
