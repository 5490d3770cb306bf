package io.sextant.table;

import io.sextant.math.Interval;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Maps the components of a record to columns, in their order. A component that is itself a record
 * is mapped to the columns of its components. An {@link Interval} {@code share} becomes {@code
 * share}, {@code share_low} and {@code share_high}; the columns of any other record have the names
 * of its components.
 */
final class RowShape<R extends Record> {
  /** A column and the type of its values. */
  record Column(String name, Class<?> type) {}

  private static final ClassValue<RowShape<?>> KNOWN =
      new ClassValue<>() {
        @Override
        protected RowShape<?> computeValue(Class<?> type) {
          return new RowShape<>(type.asSubclass(Record.class), "");
        }
      };

  private final RecordComponent[] components;
  private final Constructor<R> constructor;

  /** For each component, the shape of its record; null if the component is a column. */
  private final List<RowShape<?>> nested = new ArrayList<>();

  private final List<Column> columns = new ArrayList<>();
  private final Map<String, Integer> places = new HashMap<>();

  private RowShape(Class<R> row, String prefix) {
    components = row.getRecordComponents();
    try {
      constructor =
          row.getDeclaredConstructor(
              Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new));
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(row.getName(), e);
    }
    for (RecordComponent component : components) {
      RowShape<?> shape = nested(component);
      nested.add(shape);
      if (shape == null) {
        columns.add(new Column(columnName(prefix, component), component.getType()));
      } else {
        columns.addAll(shape.columns);
      }
    }
    for (Column column : columns) {
      places.put(column.name(), places.size());
    }
  }

  private static RowShape<?> nested(RecordComponent component) {
    if (!component.getType().isRecord()) {
      return null;
    }
    String prefix = component.getType() == Interval.class ? snakeCase(component) : "";
    return new RowShape<>(component.getType().asSubclass(Record.class), prefix);
  }

  /** Returns the shape of a class of rows. */
  @SuppressWarnings("unchecked")
  static <R extends Record> RowShape<R> of(Class<R> row) {
    return (RowShape<R>) KNOWN.get(row);
  }

  List<Column> columns() {
    return columns;
  }

  /** Returns the index of a column; null if there is none of that name. */
  Integer place(String column) {
    return places.get(column);
  }

  /** Returns a row's values by column, as they are in the record. */
  Object[] values(Record row) {
    List<Object> values = new ArrayList<>(columns.size());
    read(row, values);
    return values.toArray();
  }

  private void read(Record row, List<Object> values) {
    for (int i = 0; i < components.length; i++) {
      Object value = value(components[i], row);
      if (nested.get(i) == null) {
        values.add(value);
      } else {
        nested.get(i).read((Record) value, values);
      }
    }
  }

  /** Creates a row from one value for each column. */
  R row(Object[] values) {
    return row(Arrays.asList(values));
  }

  private R row(List<Object> values) {
    Object[] arguments = new Object[components.length];
    int column = 0;
    for (int i = 0; i < arguments.length; i++) {
      int end = column + (nested.get(i) == null ? 1 : nested.get(i).columns.size());
      arguments[i] =
          nested.get(i) == null
              ? values.get(column)
              : nested.get(i).row(values.subList(column, end));
      column = end;
    }
    try {
      return constructor.newInstance(arguments);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(constructor.toString(), e);
    }
  }

  private static Object value(RecordComponent component, Record row) {
    try {
      return component.getAccessor().invoke(row);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException(component + " of " + row, e);
    }
  }

  /**
   * Returns the column of a component: n_clusters for nClusters, and share_low for the component
   * low of share.
   */
  private static String columnName(String prefix, RecordComponent component) {
    if (prefix.isEmpty()) {
      return snakeCase(component);
    }
    return component.getName().equals("value") ? prefix : prefix + "_" + snakeCase(component);
  }

  private static String snakeCase(RecordComponent component) {
    return component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }
}
