package io.sextant.job.row;

import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * The columns of read rows as a table, which a saved pipeline takes. All are text except {@code
 * has_b}. The columns of annotation are null where there is none. The columns {@code reason} and
 * {@code detail} say why a row cannot be used, if its reader found a fault.
 */
final class InputColumns {
  static final StructType SCHEMA =
      text(
          text(new StructType(), "file", "id", "group", "a", "b")
              .add("has_b", DataTypes.BooleanType),
          "raw",
          "annotation_a",
          "annotation_b",
          "mentions",
          "reason",
          "detail");

  private InputColumns() {}

  private static StructType text(StructType schema, String... names) {
    StructType more = schema;
    for (String name : names) {
      more = more.add(name, DataTypes.StringType);
    }
    return more;
  }
}
