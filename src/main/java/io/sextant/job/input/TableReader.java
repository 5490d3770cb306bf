package io.sextant.job.input;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.input_file_name;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.split;
import static org.apache.spark.sql.functions.when;

import io.sextant.fault.BadInputException;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Opens files of named columns, each with the columns {@code file} and, but for Parquet, {@link
 * #CORRUPT} besides its own. Files of different headers come as tables of their own.
 */
public final class TableReader {
  /** A row's text where it is not as its format says; null where it is. */
  public static final String CORRUPT = "_corrupt_record";

  /** Lines that are looked at to learn the fields of JSON objects. */
  private static final int JSON_SAMPLE = 1000;

  private final SparkSession spark;
  private final List<String> paths;
  private final Preset preset;

  /** A reader of these files, of a preset or null. */
  public TableReader(SparkSession spark, List<String> paths, Preset preset) {
    this.spark = spark;
    this.paths = paths;
    this.preset = preset;
  }

  public List<Dataset<Row>> open(InputFormat format) {
    return switch (format) {
      case PARQUET -> List.of(read().parquet(paths.toArray(String[]::new)));
      case JSONL, MENTIONS -> List.of(json(files()));
      case CSV -> delimited(",");
      case TSV, GAP -> delimited("\t");
      case CONLLU, DOCUMENTS, DOCUMENT_LINES ->
          throw new IllegalArgumentException(format.key() + " has no named columns");
    };
  }

  private String[] files() {
    return InputFiles.list(paths, hadoop()).toArray(String[]::new);
  }

  private Configuration hadoop() {
    return spark.sparkContext().hadoopConfiguration();
  }

  private DataFrameReader read() {
    return spark.read().option("columnNameOfCorruptRecord", CORRUPT);
  }

  private Dataset<Row> json(String[] files) {
    Dataset<String> sample = spark.read().textFile(files).limit(JSON_SAMPLE).as(Encoders.STRING());
    StructType fields = new StructType();
    for (String column : spark.read().option("primitivesAsString", true).json(sample).columns()) {
      if (!column.equals(CORRUPT)) {
        fields = fields.add(column, DataTypes.StringType);
      }
    }
    return read().schema(fields.add(CORRUPT, DataTypes.StringType)).json(files);
  }

  private List<Dataset<Row>> delimited(String separator) {
    Map<String, List<String>> byHeader = new LinkedHashMap<>();
    for (String file : files()) {
      byHeader.computeIfAbsent(header(file), none -> new ArrayList<>()).add(file);
    }
    List<Dataset<Row>> tables = new ArrayList<>();
    List<String> headerless = new ArrayList<>();
    byHeader.forEach(
        (header, files) -> {
          if (isHeader(header)) {
            tables.add(withHeader(separator, files.toArray(String[]::new)));
          } else {
            headerless.addAll(files);
          }
        });
    if (!headerless.isEmpty()) {
      tables.add(withoutHeader(headerless.toArray(String[]::new)));
    }
    return tables;
  }

  private String header(String file) {
    try (BufferedReader lines = InputFiles.open(file, hadoop())) {
      String header = lines.readLine();
      return header == null ? "" : header;
    } catch (IOException e) {
      throw new BadInputException("cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  /** Whether a first line names columns; other than for some presets, it does. */
  private boolean isHeader(String line) {
    List<String> names = List.of(line.split("\t"));
    return preset == null
        || preset.headerless() == null
        || preset.columns().stream().anyMatch(columns -> columns.in(names));
  }

  private Dataset<Row> withHeader(String separator, String[] files) {
    DataFrameReader reader =
        read()
            .option("sep", separator)
            .option("header", true)
            .option("columnPruning", false)
            .option("enforceSchema", false);
    // Tab-separated files are published unquoted; in the others quotes are doubled.
    reader = separator.equals("\t") ? reader.option("quote", "") : reader.option("escape", "\"");
    StructType fields = new StructType();
    for (String column : reader.csv(files).columns()) {
      fields = fields.add(column, DataTypes.StringType);
    }
    return reader.schema(fields.add(CORRUPT, DataTypes.StringType)).csv(files);
  }

  private Dataset<Row> withoutHeader(String[] files) {
    Column fields = split(col("value"), "\t");
    List<Column> columns = new ArrayList<>();
    List<String> names = preset.headerless();
    for (int i = 0; i < names.size(); i++) {
      columns.add(fields.getItem(i).as(names.get(i)));
    }
    columns.add(
        when(size(fields).geq(names.size()), lit(null)).otherwise(col("value")).as(CORRUPT));
    return spark.read().text(files).select(columns.toArray(Column[]::new));
  }

  /** The file of a row. */
  public static Column file() {
    return input_file_name();
  }

  /**
   * A column as text.
   *
   * @throws BadInputException if it is nested
   */
  public static Column text(Dataset<Row> rows, String name) {
    var type = rows.schema().apply(name).dataType();
    if (type instanceof StructType
        || type instanceof org.apache.spark.sql.types.ArrayType
        || type instanceof org.apache.spark.sql.types.MapType) {
      throw new BadInputException(
          "column '" + name + "' is of type " + type.simpleString() + ", not text");
    }
    return col("`" + name.replace("`", "``") + "`").cast("string");
  }
}
