package io.sextant.job.staged;

import io.sextant.job.row.InputRow;
import java.io.Serializable;
import java.util.Comparator;

/**
 * A row with its chunk. Rows are ordered by chunk and within it by everything that they hold, so a
 * file that is written again has the same bytes.
 */
public record PlacedRow(int chunk, InputRow row) implements Comparable<PlacedRow>, Serializable {
  private static final Comparator<PlacedRow> ORDER =
      Comparator.comparingInt(PlacedRow::chunk)
          .thenComparing(PlacedRow::row, InputRow.ORDER)
          .thenComparingLong(placed -> placed.row().hash());

  @Override
  public int compareTo(PlacedRow other) {
    return ORDER.compare(this, other);
  }
}
