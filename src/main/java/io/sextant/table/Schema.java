package io.sextant.table;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;

/**
 * The documented columns of a table, read from {@code schema/NAME.json}, and the Parquet schema
 * that follows from them.
 *
 * @param table the name of the table
 * @param description what a row of the table is
 * @param columns the columns, in the order of the record's components
 */
public record Schema(String table, String description, List<Column> columns) {

  /**
   * A column.
   *
   * @param name the name in snake_case
   * @param type string, int, long, double, boolean, list&lt;string&gt;, list&lt;int&gt; or
   *     list&lt;float&gt;
   * @param nullable whether values may be null
   * @param description the meaning of the values, with unit and range
   */
  public record Column(String name, String type, boolean nullable, String description) {}

  /** Reads {@code schema/TABLE.json} and checks that its columns are those of the record. */
  public static Schema load(String table, Class<? extends Record> row) {
    String resource = "/schema/" + table + ".json";
    try (InputStream in = Schema.class.getResourceAsStream(resource)) {
      Schema schema = new ObjectMapper().readValue(in, Schema.class);
      schema.check(row);
      return schema;
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
  }

  /** Returns a row's values in the order of the columns. Values that were not measured are null. */
  public static Object[] values(Record row) {
    Object[] values = RowShape.of(row.getClass()).values(row);
    for (int i = 0; i < values.length; i++) {
      values[i] = values[i] instanceof Double number && number.isNaN() ? null : values[i];
    }
    return values;
  }

  MessageType parquet() {
    List<Type> fields = new ArrayList<>();
    for (Column column : columns) {
      fields.add(field(column));
    }
    return new MessageType(table, fields);
  }

  /** Returns the descriptions as Parquet's key-value metadata. */
  Map<String, String> metadata() {
    Map<String, String> metadata = new LinkedHashMap<>();
    metadata.put("sextant.table", description);
    for (Column column : columns) {
      metadata.put("sextant.column." + column.name, column.description);
    }
    return metadata;
  }

  private void check(Class<? extends Record> row) {
    List<String> components =
        RowShape.of(row).columns().stream().map(RowShape.Column::name).toList();
    List<String> names = columns.stream().map(Column::name).toList();
    if (!names.equals(components)) {
      throw new IllegalStateException(
          "schema/" + table + ".json has columns " + names + ", " + row + " has " + components);
    }
  }

  private static Type field(Column column) {
    Type.Repetition repetition =
        column.nullable ? Type.Repetition.OPTIONAL : Type.Repetition.REQUIRED;
    if (column.type.startsWith("list<")) {
      String element = column.type.substring(5, column.type.length() - 1);
      return Types.list(repetition)
          .element(primitive(element, Type.Repetition.REQUIRED, "element"))
          .named(column.name);
    }
    return primitive(column.type, repetition, column.name);
  }

  private static Type primitive(String type, Type.Repetition repetition, String name) {
    return switch (type) {
      case "string" ->
          Types.primitive(PrimitiveTypeName.BINARY, repetition)
              .as(LogicalTypeAnnotation.stringType())
              .named(name);
      case "int" -> Types.primitive(PrimitiveTypeName.INT32, repetition).named(name);
      case "long" -> Types.primitive(PrimitiveTypeName.INT64, repetition).named(name);
      case "float" -> Types.primitive(PrimitiveTypeName.FLOAT, repetition).named(name);
      case "double" -> Types.primitive(PrimitiveTypeName.DOUBLE, repetition).named(name);
      case "boolean" -> Types.primitive(PrimitiveTypeName.BOOLEAN, repetition).named(name);
      default -> throw new IllegalStateException("column " + name + " has unknown type " + type);
    };
  }
}
