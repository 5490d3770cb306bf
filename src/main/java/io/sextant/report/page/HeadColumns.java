package io.sextant.report.page;

import io.sextant.table.Frame;
import io.sextant.table.HeadGrid;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Converts the rows of a slice of a table to columns with a value for each head, layer by layer.
 */
public final class HeadColumns {
  private final Frame frame;
  private final HeadGrid grid;

  public HeadColumns(Frame frame, HeadGrid grid) {
    this.frame = frame;
    this.grid = grid;
  }

  /**
   * Returns the named columns. Columns without any value are left out.
   *
   * @param rows the indices of the rows, at most one for each head
   */
  public Map<String, Object> of(List<Integer> rows, List<String> names) {
    Map<String, Object> columns = new LinkedHashMap<>();
    for (String name : names) {
      Object[] values = new Object[grid.heads()];
      for (int row : rows) {
        int head = grid.number(frame.whole("layer", row), frame.whole("head", row));
        values[head] = Json.value(name, frame.value(name, row));
      }
      if (Arrays.stream(values).anyMatch(Objects::nonNull)) {
        columns.put(name, values);
      }
    }
    return columns;
  }
}
