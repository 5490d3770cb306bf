package io.sextant.job.input.parquet;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.input_file_name;
import static org.apache.spark.sql.functions.lit;

import io.sextant.fault.BadInputException;
import io.sextant.job.input.file.ColumnText;
import io.sextant.job.input.file.ExactFiles;
import io.sextant.job.input.file.InputFile;
import io.sextant.job.input.file.InputTable;
import io.sextant.job.input.file.TableRow;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.schema.MessageType;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.execution.datasources.parquet.ParquetFileFormat;
import org.apache.spark.sql.execution.datasources.parquet.ParquetToSparkSchemaConverter;
import org.apache.spark.sql.internal.SQLConf;
import org.apache.spark.sql.types.DataType;
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
              : text(columns.get(i), paths.get(i), pruned));
    }
    return ExactFiles.read(session(), files, new ParquetFileFormat(), pruned)
        .select(selected.toArray(Column[]::new))
        .javaRDD()
        .map(row -> ColumnText.row(ExactFiles.address(row.getString(0)), row, 1));
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
      return new ParquetToSparkSchemaConverter(conversion()).convert(pruned);
    } catch (RuntimeException e) {
      throw new BadInputException("cannot read " + file() + ": " + e.getMessage(), e);
    }
  }

  /** Returns Spark's default settings, but for those that {@link #session} changes. */
  private static SQLConf conversion() {
    SQLConf conversion = new SQLConf();
    conversion.setConfString("spark.sql.caseSensitive", "true");
    conversion.setConfString("spark.sql.legacy.parquet.nanosAsLong", "true");
    return conversion;
  }

  private Column text(String name, List<String> path, StructType pruned) {
    DataType type = pruned;
    StringBuilder address = new StringBuilder();
    for (String segment : path) {
      type = ((StructType) type).apply(segment).dataType();
      address.append(address.isEmpty() ? "`" : ".`").append(segment.replace("`", "``")).append('`');
    }
    return ColumnText.bytes(col(address.toString()), type, name, file());
  }
}
