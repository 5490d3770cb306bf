package io.sextant.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A table as columns by name, for readers that show columns without knowing all of them. Names are
 * in snake_case as in the files. Values that were not measured are null.
 */
public final class Frame {
  private final int size;
  private final Map<String, List<Object>> columns;

  private Frame(int size, Map<String, List<Object>> columns) {
    this.size = size;
    this.columns = columns;
  }

  /** Converts rows to columns. If there are no rows, there are no columns. */
  public static Frame of(List<? extends Record> rows) {
    Map<String, List<Object>> columns = new LinkedHashMap<>();
    if (!rows.isEmpty()) {
      List<List<Object>> ordered = new ArrayList<>();
      for (RowShape.Column column : RowShape.of(rows.get(0).getClass()).columns()) {
        ordered.add(new ArrayList<>(rows.size()));
        columns.put(column.name(), ordered.get(ordered.size() - 1));
      }
      for (Record row : rows) {
        Object[] values = Schema.values(row);
        for (int i = 0; i < values.length; i++) {
          ordered.get(i).add(values[i]);
        }
      }
    }
    return new Frame(rows.size(), columns);
  }

  /**
   * Returns this frame with one more column.
   *
   * @throws IllegalArgumentException if the number of values is not the number of rows
   */
  public Frame with(String name, List<?> values) {
    if (values.size() != size) {
      throw new IllegalArgumentException(
          "column " + name + " has " + values.size() + " values for " + size + " rows");
    }
    Map<String, List<Object>> more = new LinkedHashMap<>(columns);
    more.put(name, new ArrayList<>(values));
    return new Frame(size, more);
  }

  public int size() {
    return size;
  }

  public Set<String> columns() {
    return columns.keySet();
  }

  /** Returns a value; null if it was not measured, or if there is no such column. */
  public Object value(String column, int row) {
    List<Object> values = columns.get(column);
    return values == null ? null : values.get(row);
  }

  /** Returns a text of a column that is not null in any row. */
  public String text(String column, int row) {
    return (String) value(column, row);
  }

  /** Returns an integer of a column that is not null in any row. */
  public int whole(String column, int row) {
    return ((Number) value(column, row)).intValue();
  }
}
