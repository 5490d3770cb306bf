package io.sextant.table;

import java.lang.reflect.RecordComponent;
import java.util.AbstractList;
import java.util.List;

/** Reads the components of records and the elements of list columns. */
final class Components {
  private Components() {}

  static Object value(RecordComponent component, Record row) {
    try {
      return component.getAccessor().invoke(row);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(component + " of " + row, e);
    }
  }

  /**
   * The elements of a list column, which is a {@code List}, an {@code int[]} or a {@code float[]}.
   */
  static List<?> elements(Object list) {
    if (list instanceof List<?> elements) {
      return elements;
    }
    return new AbstractList<Object>() {
      @Override
      public Object get(int index) {
        return java.lang.reflect.Array.get(list, index);
      }

      @Override
      public int size() {
        return java.lang.reflect.Array.getLength(list);
      }
    };
  }
}
