package io.sextant.job.input.file;

import java.io.Serializable;
import java.nio.charset.Charset;

/**
 * A row of a table.
 *
 * @param file the address of its file
 * @param values the values of the requested columns, in their order; null where the row has none
 * @param raw the text of a bad row, or its values if the file is not text; null for a good row
 * @param problem what is wrong with a bad row; null for a good row
 */
public record TableRow(String file, String[] values, String raw, String problem)
    implements Serializable {
  /** The number of characters of a bad row that are kept. */
  private static final int SHOWN = 10_000;

  /**
   * Returns a bad row.
   *
   * @param raw the text of the row; null if the file is not text
   */
  public static TableRow bad(String file, String[] values, String raw, String problem) {
    for (int i = 0; i < values.length; i++) {
      values[i] = StrictText.shown(values[i]);
    }
    String row = raw == null ? String.join("\t", values) : StrictText.shown(raw);
    String start = row.length() > SHOWN ? row.substring(0, SHOWN) : row;
    return new TableRow(file, values, start, problem);
  }

  /** Returns a good row, or a bad one if a value has invalid characters. */
  public static TableRow of(String file, String[] values, String raw, Charset charset) {
    for (String value : values) {
      String fault = value == null ? null : StrictText.fault(value, charset);
      if (fault != null) {
        return bad(file, values, raw, fault);
      }
    }
    return new TableRow(file, values, null, null);
  }

  /** Whether the row can be read as its format says. */
  public boolean isGood() {
    return problem == null;
  }

  /** A value; null where no column was asked for at that place. */
  public String value(int column) {
    return values[column];
  }
}
