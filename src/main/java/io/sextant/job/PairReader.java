package io.sextant.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.input_file_name;
import static org.apache.spark.sql.functions.lit;

import io.sextant.config.InputSettings;
import io.sextant.fault.BadInputException;
import io.sextant.table.RejectReason;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.api.java.JavaRDD;
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

  /**
   * Most characters of a sentence: no text has longer ones, and a tokenizer needs room for them.
   */
  private static final int LONGEST = 1_000_000;

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
   * Every row of the input: columns file, id, group, a, b, raw, all text.
   *
   * @throws BadInputException if a path or a column is missing, or a column is not text
   */
  Dataset<Row> read() {
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
          (hasB ? text(rows, settings.sentenceB()) : lit(null).cast("string")).as("b"),
          lit(hasB).as("has_b"),
          (format == InputFormat.PARQUET ? lit(null).cast("string") : col(CORRUPT)).as("raw"));
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
    if (raw != null) {
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
    } else if (isTooLong(a) || isTooLong(b)) {
      reason = RejectReason.SENTENCE_TOO_LONG;
      detail = "a sentence has more than " + LONGEST + " characters";
    }
    // Of a row that is rejected no more travels than is shown.
    return reason == null
        ? new InputRow(null, null, file, id, row.getString(2), a, b, null)
        : new InputRow(
            reason,
            detail,
            file,
            InputRow.excerpt(id),
            InputRow.excerpt(row.getString(2)),
            InputRow.excerpt(a),
            InputRow.excerpt(b),
            InputRow.excerpt(raw));
  }

  private static boolean isTooLong(String sentence) {
    return sentence != null && sentence.length() > LONGEST;
  }

  private Dataset<Row> open() {
    DataFrameReader reader = spark.read().option("columnNameOfCorruptRecord", CORRUPT);
    return switch (format) {
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

  private static Column optional(Dataset<Row> rows, Set<String> columns, String name, String flag) {
    if (name == null) {
      return lit(null).cast("string");
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

  /** What to tell the user of an error while the input was read; others are passed on. */
  RuntimeException explain(Exception e) {
    String fault = InputFault.of(e);
    if (fault != null) {
      return new BadInputException("cannot read " + settings.paths() + ": " + fault, e);
    }
    return e instanceof RuntimeException runtime
        ? runtime
        : new IllegalStateException(e.getMessage(), e);
  }
}
