package io.sextant.job.input.parquet;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.input_file_name;
import static org.apache.spark.sql.functions.isnan;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import io.sextant.fault.BadInputException;
import io.sextant.job.input.file.ExactFiles;
import io.sextant.job.input.file.InputFile;
import io.sextant.job.input.file.InputTable;
import io.sextant.job.input.file.StrictText;
import io.sextant.job.input.file.TableRow;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.parquet.schema.MessageType;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.execution.datasources.parquet.ParquetFileFormat;
import org.apache.spark.sql.execution.datasources.parquet.ParquetToSparkSchemaConverter;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructType;

/**
 * Parquet files with the same columns. Only the requested columns are read, so the others may have
 * any type.
 *
 * @param schema the schema of the first file
 * @param asked the paths of nested columns that a reader may ask for
 */
public record ParquetTable(
    SparkSession spark, List<InputFile> files, MessageType schema, List<String> asked)
    implements InputTable {

  @Override
  public String file() {
    return files.get(0).address();
  }

  @Override
  public List<String> names() {
    List<String> names = new ArrayList<>();
    schema.getFields().forEach(field -> names.add(field.getName()));
    asked.stream()
        .filter(name -> !names.contains(name) && ParquetColumns.path(schema, name) != null)
        .forEach(names::add);
    return names;
  }

  @Override
  public JavaRDD<TableRow> rows(List<String> columns) {
    List<List<String>> paths = new ArrayList<>();
    for (String column : columns) {
      if (schema.getFields().stream().filter(field -> field.getName().equals(column)).count() > 1) {
        throw new BadInputException(
            file() + " has two columns '" + column + "': rename one of them");
      }
      paths.add(column == null ? null : ParquetColumns.path(schema, column));
    }
    StructType pruned = sparkType(ParquetColumns.prune(schema, paths));
    List<Column> selected = new ArrayList<>();
    selected.add(input_file_name());
    for (int i = 0; i < columns.size(); i++) {
      selected.add(
          paths.get(i) == null
              ? lit(null).cast("binary")
              : text(columns.get(i), paths.get(i), pruned).cast("binary"));
    }
    return ExactFiles.read(session(), files, new ParquetFileFormat(), pruned)
        .select(selected.toArray(Column[]::new))
        .javaRDD()
        .map(row -> row(row, columns.size()));
  }

  /** Returns a session that distinguishes upper and lower case and reads nanoseconds as numbers. */
  private SparkSession session() {
    SparkSession exact = spark.newSession();
    exact.conf().set("spark.sql.caseSensitive", true);
    exact.conf().set("spark.sql.legacy.parquet.nanosAsLong", true);
    return exact;
  }

  private StructType sparkType(MessageType pruned) {
    try {
      return new ParquetToSparkSchemaConverter(false, true, true, true, true).convert(pruned);
    } catch (RuntimeException e) {
      throw new BadInputException("cannot read " + file() + ": " + e.getMessage(), e);
    }
  }

  private Column text(String name, List<String> path, StructType pruned) {
    DataType type = pruned;
    StringBuilder address = new StringBuilder();
    for (String segment : path) {
      type = ((StructType) type).apply(segment).dataType();
      address.append(address.isEmpty() ? "`" : ".`").append(segment.replace("`", "``")).append('`');
    }
    if (type instanceof StructType || type instanceof ArrayType || type instanceof MapType) {
      throw new BadInputException(
          String.format(
              Locale.ROOT,
              "column '%s' of %s is of type %s, not text",
              name,
              file(),
              type.simpleString()));
    }
    Column value = col(address.toString());
    boolean isFloat = type.equals(DataTypes.DoubleType) || type.equals(DataTypes.FloatType);
    if (type.equals(DataTypes.BinaryType)) {
      return value;
    }
    return (isFloat ? when(not(isnan(value)), value) : value).cast("string");
  }

  private static TableRow row(Row row, int columns) {
    String[] values = new String[columns];
    for (int i = 0; i < columns; i++) {
      byte[] bytes = row.getAs(i + 1);
      values[i] =
          bytes == null ? null : StrictText.decode(bytes, bytes.length, StandardCharsets.UTF_8);
    }
    String file = ExactFiles.address(row.getString(0));
    return TableRow.of(file, values, null, StandardCharsets.UTF_8);
  }
}
