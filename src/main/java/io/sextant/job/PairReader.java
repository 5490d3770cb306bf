package io.sextant.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.input_file_name;
import static org.apache.spark.sql.functions.lit;

import io.sextant.config.InputSettings;
import io.sextant.fault.BadInputException;
import io.sextant.syntax.Annotation;
import io.sextant.table.RejectReason;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructType;

/** Reads the input as rows of text; what is wrong with a row is noted, not thrown. */
final class PairReader {
  private static final String CORRUPT = "_corrupt_record";

  /** Lines that are looked at to learn the fields of JSON objects. */
  private static final int JSON_SAMPLE = 1000;

  private final SparkSession spark;
  private final InputSettings settings;
  private final String[] paths;
  private final InputFormat format;

  PairReader(SparkSession spark, InputSettings settings) {
    this.spark = spark;
    this.settings = settings;
    this.paths = settings.paths().toArray(String[]::new);
    this.format = InputFormat.of(settings.format(), paths[0]);
  }

  InputFormat format() {
    return format;
  }

  /**
   * Every row of the input, with {@link InputColumns}.
   *
   * @throws BadInputException if a path or a column is missing, or a column is not text
   */
  Dataset<Row> read() {
    return format == InputFormat.CONLLU ? ConlluReader.read(spark, settings) : columns();
  }

  private Dataset<Row> columns() {
    try {
      Dataset<Row> rows = open();
      Set<String> columns = new LinkedHashSet<>(Arrays.asList(rows.columns()));
      columns.remove(CORRUPT);
      requireColumn(columns, settings.sentenceA(), "--sentence-a");
      boolean hasB = columns.contains(settings.sentenceB());
      if (settings.sentenceBNamed()) {
        requireColumn(columns, settings.sentenceB(), "--sentence-b");
      }
      return rows.select(
          input_file_name().as("file"),
          optional(rows, columns, settings.id(), "--id").as("id"),
          optional(rows, columns, settings.group(), "--group").as("group"),
          text(rows, settings.sentenceA()).as("a"),
          (hasB ? text(rows, settings.sentenceB()) : absent()).as("b"),
          lit(hasB).as("has_b"),
          (format == InputFormat.PARQUET ? absent() : col(CORRUPT)).as("raw"),
          absent().as("annotation_a"),
          absent().as("annotation_b"),
          absent().as("mentions"),
          absent().as("reason"),
          absent().as("detail"));
    } catch (Exception e) {
      throw explain(e);
    }
  }

  /**
   * Counts and fingerprints what {@link #read} gave.
   *
   * @throws BadInputException if a file cannot be read as its format says
   */
  Census census(Dataset<Row> read) {
    try {
      return Census.of(read);
    } catch (Exception e) {
      throw explain(e);
    }
  }

  /** The rows as they travel to their chunks. */
  JavaRDD<InputRow> rows(Dataset<Row> read) {
    boolean hasId = settings.id() != null;
    return read.javaRDD().map(row -> inputRow(row, hasId));
  }

  private static InputRow inputRow(Row row, boolean hasId) {
    String file = row.getString(0);
    String id = row.getString(1);
    String a = row.getString(3);
    String b = row.getString(4);
    boolean hasB = row.getBoolean(5);
    String raw = row.getString(6);
    RejectReason reason = null;
    String detail = null;
    if (row.getString(10) != null) {
      reason = RejectReason.valueOf(row.getString(10));
      detail = row.getString(11);
    } else if (raw != null) {
      reason = RejectReason.MALFORMED_ROW;
      detail = "the row does not have the columns of the header, or is not a JSON object";
    } else if (a == null || (hasB && b == null)) {
      reason = RejectReason.NULL_SENTENCE;
      detail = "sentence " + (a == null ? "A" : "B") + " is null";
    } else if (a.isBlank() || (hasB && b.isBlank())) {
      reason = RejectReason.EMPTY_SENTENCE;
      detail = "sentence " + (a.isBlank() ? "A" : "B") + " is empty";
    } else if (hasId && id == null) {
      reason = RejectReason.NULL_ID;
      detail = "the id is null";
    }
    return new InputRow(
        reason,
        detail,
        file,
        id,
        row.getString(2),
        a,
        b,
        InputRow.excerpt(raw),
        new Annotation(row.getString(7), row.getString(8), row.getString(9)));
  }

  private Dataset<Row> open() {
    DataFrameReader reader = spark.read().option("columnNameOfCorruptRecord", CORRUPT);
    return switch (format) {
      case CONLLU -> throw new IllegalStateException("CoNLL-U has no named columns");
      case PARQUET -> reader.parquet(paths);
      case JSONL -> reader.schema(jsonFields()).json(paths);
      case CSV -> delimited(reader.option("escape", "\""));
      case TSV -> delimited(reader.option("sep", "\t").option("quote", ""));
    };
  }

  private Dataset<Row> delimited(DataFrameReader reader) {
    reader.option("header", true).option("columnPruning", false).option("enforceSchema", false);
    StructType fields = new StructType();
    for (String column : reader.csv(paths).columns()) {
      fields = fields.add(column, DataTypes.StringType);
    }
    return reader.schema(fields.add(CORRUPT, DataTypes.StringType)).csv(paths);
  }

  private StructType jsonFields() {
    Dataset<String> sample = spark.read().textFile(paths).limit(JSON_SAMPLE).as(Encoders.STRING());
    StructType fields = new StructType();
    for (String column : spark.read().option("primitivesAsString", true).json(sample).columns()) {
      if (!column.equals(CORRUPT)) {
        fields = fields.add(column, DataTypes.StringType);
      }
    }
    return fields.add(CORRUPT, DataTypes.StringType);
  }

  private static Column absent() {
    return lit(null).cast("string");
  }

  private static Column optional(Dataset<Row> rows, Set<String> columns, String name, String flag) {
    if (name == null) {
      return absent();
    }
    requireColumn(columns, name, flag);
    return text(rows, name);
  }

  private static Column text(Dataset<Row> rows, String name) {
    DataType type = rows.schema().apply(name).dataType();
    if (type instanceof StructType || type instanceof ArrayType || type instanceof MapType) {
      throw new BadInputException(
          "column '" + name + "' is of type " + type.simpleString() + ", not text");
    }
    return col("`" + name.replace("`", "``") + "`").cast("string");
  }

  private static void requireColumn(Set<String> columns, String name, String flag) {
    if (!columns.contains(name)) {
      throw new BadInputException(
          "the input has no column '" + name + "' (" + flag + "); it has " + List.copyOf(columns));
    }
  }

  private RuntimeException explain(Exception e) {
    if (e instanceof AnalysisException analysis) {
      return new BadInputException(
          "cannot read " + settings.paths() + ": " + analysis.getMessage(), e);
    }
    return e instanceof RuntimeException runtime ? runtime : new IllegalStateException(e);
  }
}
