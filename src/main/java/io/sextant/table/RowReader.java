package io.sextant.table;

import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.example.data.Group;

/**
 * Makes records of the rows that Parquet reads. Null becomes NaN in columns of doubles. A column
 * that a file of another version lacks is null; {@link Table} checks whether it may be.
 */
final class RowReader<R extends Record> {
  private final RowShape<R> shape;

  RowReader(Class<R> row) {
    this.shape = RowShape.of(row);
  }

  R row(Group group) {
    Object[] values = new Object[shape.columns().size()];
    for (int i = 0; i < values.length; i++) {
      RowShape.Column column = shape.columns().get(i);
      values[i] = value(group, column.name(), column.type());
    }
    return shape.row(values);
  }

  private static Object value(Group group, String column, Class<?> type) {
    if (!group.getType().containsField(column) || group.getFieldRepetitionCount(column) == 0) {
      return type == double.class ? (Object) Double.NaN : null;
    }
    if (type == String.class) {
      return group.getString(column, 0);
    } else if (type == int.class) {
      return group.getInteger(column, 0);
    } else if (type == long.class || type == Long.class) {
      return group.getLong(column, 0);
    } else if (type == double.class) {
      return group.getDouble(column, 0);
    } else if (type == boolean.class) {
      return group.getBoolean(column, 0);
    }
    return list(group.getGroup(column, 0), type);
  }

  private static Object list(Group list, Class<?> type) {
    int size = list.getFieldRepetitionCount(0);
    if (type == int[].class) {
      int[] values = new int[size];
      for (int i = 0; i < size; i++) {
        values[i] = list.getGroup(0, i).getInteger(0, 0);
      }
      return values;
    } else if (type == float[].class) {
      float[] values = new float[size];
      for (int i = 0; i < size; i++) {
        values[i] = list.getGroup(0, i).getFloat(0, 0);
      }
      return values;
    }
    List<String> values = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      values.add(list.getGroup(0, i).getString(0, 0));
    }
    return List.copyOf(values);
  }
}
