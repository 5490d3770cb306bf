package io.sextant.table;

import java.lang.reflect.Array;
import java.util.AbstractList;
import java.util.Collection;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;

/** Writes a record's components to Parquet. NaN and null become null. */
final class RowWriteSupport<R extends Record> extends WriteSupport<R> {
  private final Schema schema;
  private final RowShape<R> shape;
  private RecordConsumer consumer;

  RowWriteSupport(Schema schema, Class<R> row) {
    this.schema = schema;
    this.shape = RowShape.of(row);
  }

  @Override
  public WriteContext init(Configuration configuration) {
    return new WriteContext(schema.parquet(), schema.metadata());
  }

  @Override
  public void prepareForWrite(RecordConsumer recordConsumer) {
    consumer = recordConsumer;
  }

  @Override
  public void write(R row) {
    consumer.startMessage();
    Object[] values = shape.values(row);
    for (int i = 0; i < values.length; i++) {
      Object value = values[i];
      boolean absent = value == null || (value instanceof Double number && number.isNaN());
      if (!absent) {
        String name = schema.columns().get(i).name();
        consumer.startField(name, i);
        writeValue(value);
        consumer.endField(name, i);
      } else if (!schema.columns().get(i).nullable()) {
        throw new IllegalArgumentException(
            schema.table() + "." + schema.columns().get(i).name() + " is absent in " + row);
      }
    }
    consumer.endMessage();
  }

  private void writeValue(Object value) {
    if (value instanceof String text) {
      consumer.addBinary(Binary.fromString(text));
    } else if (value instanceof Integer number) {
      consumer.addInteger(number);
    } else if (value instanceof Long number) {
      consumer.addLong(number);
    } else if (value instanceof Float number) {
      consumer.addFloat(number);
    } else if (value instanceof Double number) {
      consumer.addDouble(number);
    } else if (value instanceof Boolean flag) {
      consumer.addBoolean(flag);
    } else {
      writeList(elements(value));
    }
  }

  /**
   * Returns the elements of a list column, which is a {@code List}, an {@code int[]} or a {@code
   * float[]}.
   */
  private static List<?> elements(Object list) {
    if (list instanceof List<?> elements) {
      return elements;
    }
    return new AbstractList<Object>() {
      @Override
      public Object get(int index) {
        return Array.get(list, index);
      }

      @Override
      public int size() {
        return Array.getLength(list);
      }
    };
  }

  private void writeList(Collection<?> elements) {
    consumer.startGroup();
    if (!elements.isEmpty()) {
      consumer.startField("list", 0);
      for (Object element : elements) {
        consumer.startGroup();
        consumer.startField("element", 0);
        writeValue(element);
        consumer.endField("element", 0);
        consumer.endGroup();
      }
      consumer.endField("list", 0);
    }
    consumer.endGroup();
  }
}
