package io.sextant.job.input.file;

import static org.apache.spark.sql.functions.isnan;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import io.sextant.fault.BadInputException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructType;

/** The text of the columns of Spark's tables. */
public final class ColumnText {
  private ColumnText() {}

  /**
   * Returns the UTF-8 bytes of a column's text; null where it is null or not a number.
   *
   * @param name the column's name, for messages
   * @param place the table's place, for messages
   * @throws BadInputException if the column has no text
   */
  public static Column bytes(Column value, DataType type, String name, String place) {
    if (type instanceof StructType || type instanceof ArrayType || type instanceof MapType) {
      throw new BadInputException(
          String.format(
              Locale.ROOT,
              "column '%s' of %s is of type %s, not text",
              name,
              place,
              type.simpleString()));
    }
    if (type.equals(DataTypes.BinaryType)) {
      return value;
    }
    boolean isFloat = type.equals(DataTypes.DoubleType) || type.equals(DataTypes.FloatType);
    return (isFloat ? when(not(isnan(value)), value) : value).cast("string").cast("binary");
  }

  /**
   * Returns the row of a table, bad if a value has invalid characters.
   *
   * @param row values of {@link #bytes}
   * @param first the place of the first of them
   */
  public static TableRow row(String place, Row row, int first) {
    String[] values = new String[row.length() - first];
    for (int i = 0; i < values.length; i++) {
      byte[] bytes = row.getAs(i + first);
      values[i] =
          bytes == null ? null : StrictText.decode(bytes, bytes.length, StandardCharsets.UTF_8);
    }
    return TableRow.of(place, values, null, StandardCharsets.UTF_8);
  }
}
