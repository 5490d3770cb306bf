package io.sextant.job.input.file;

import java.io.Serializable;
import java.nio.charset.Charset;

/**
 * A row of a table.
 *
 * @param values of the columns that were asked for, in their order; null where the row has none
 * @param raw the row as it stands in the file, or its values where that is no text; null for a good
 *     row
 * @param problem why the row cannot be read as its format says; null if it can
 */
public record TableRow(String file, String[] values, String raw, String problem)
    implements Serializable {
  /** Most characters of a bad row that are kept. */
  private static final int SHOWN = 10_000;

  /** A bad row; {@code raw} is null where the file is no text. */
  public static TableRow bad(String file, String[] values, String raw, String problem) {
    for (int i = 0; i < values.length; i++) {
      values[i] = StrictText.shown(values[i]);
    }
    String row = raw == null ? String.join("\t", values) : StrictText.shown(raw);
    String start = row.length() > SHOWN ? row.substring(0, SHOWN) : row;
    return new TableRow(file, values, start, problem);
  }

  /** A row that is good unless a value has characters that are none. */
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
