package io.sextant.table;

import io.sextant.math.Interval;

/** Builds a row column by column. A column that is not set counts as not measured. */
public final class RowBuilder<R extends Record> {
  private final RowShape<R> shape;
  private final Schema schema;
  private final Object[] values;

  RowBuilder(RowShape<R> shape, Schema schema) {
    this.shape = shape;
    this.schema = schema;
    this.values = new Object[shape.columns().size()];
  }

  /**
   * Sets a column; NaN and null stand for "not measured".
   *
   * @throws IllegalArgumentException if the table has no such column
   */
  public RowBuilder<R> set(String column, Object value) {
    Integer place = shape.place(column);
    if (place == null) {
      throw new IllegalArgumentException(schema.table() + " has no column " + column);
    }
    values[place] = value;
    return this;
  }

  /** Sets the three columns of an interval: the value, the lower and the upper bound. */
  public RowBuilder<R> set(String column, Interval interval) {
    set(column, (Object) interval.value());
    set(column + "_low", (Object) interval.low());
    return set(column + "_high", (Object) interval.high());
  }

  /** Sets a column for each component of a record. */
  public RowBuilder<R> set(Record part) {
    RowShape<?> of = RowShape.of(part.getClass());
    Object[] parts = of.values(part);
    for (int i = 0; i < parts.length; i++) {
      set(of.columns().get(i).name(), parts[i]);
    }
    return this;
  }

  /**
   * Returns the row.
   *
   * @throws IllegalStateException if a column that cannot be null was not set
   */
  public R build() {
    Object[] row = values.clone();
    for (int i = 0; i < row.length; i++) {
      RowShape.Column column = shape.columns().get(i);
      if (row[i] == null && column.type() == double.class) {
        row[i] = Double.NaN;
      } else if (row[i] == null && !schema.columns().get(i).nullable()) {
        throw new IllegalStateException("a row of " + schema.table() + " has no " + column.name());
      }
    }
    return shape.row(row);
  }
}
