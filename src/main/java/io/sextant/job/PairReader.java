package io.sextant.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.sextant.config.InputSettings;
import io.sextant.fault.BadInputException;
import io.sextant.syntax.Annotation;
import io.sextant.table.RejectReason;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Reads the input as rows of text; what is wrong with a row is noted, not thrown. */
final class PairReader {
  /**
   * Most characters of a sentence: no text has longer ones, and a tokenizer needs room for them.
   */
  private static final int LONGEST = 1_000_000;

  private final SparkSession spark;
  private final InputSettings settings;
  private final Preset preset;
  private final InputFormat format;

  PairReader(SparkSession spark, InputSettings settings) {
    this.spark = spark;
    this.settings = settings;
    String first =
        InputFiles.telling(settings.paths().get(0), spark.sparkContext().hadoopConfiguration());
    this.preset = Preset.named(settings.format()).orElse(null);
    this.format = preset == null ? InputFormat.of(settings.format(), first) : preset.format(first);
  }

  /** The format or preset, as {@code run.json} records it. */
  String format() {
    return preset == null ? format.key() : preset.key();
  }

  /**
   * Every row of the input, with {@link InputColumns}.
   *
   * @throws BadInputException if a path or a column is missing, or a column is not text
   */
  Dataset<Row> read() {
    try {
      Dataset<Row> rows =
          switch (format) {
            case CONLLU -> ConlluReader.read(spark, settings);
            case DOCUMENTS, DOCUMENT_LINES -> DocumentReader.read(spark, settings, format);
            case GAP, MENTIONS -> tables(new MentionColumns(settings, format)::select);
            default ->
                settings.text() == null
                    ? tables(this::select)
                    : DocumentReader.pairs(
                        spark, tables(table -> DocumentReader.columns(table, settings)), settings);
          };
      return SavedPipelineStage.annotate(spark, rows, settings.pipeline());
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
    return Census.withHash(read).javaRDD().map(row -> inputRow(row, hasId));
  }

  private Dataset<Row> tables(java.util.function.UnaryOperator<Dataset<Row>> select) {
    return new TableReader(spark, settings.paths(), preset)
        .open(format).stream().map(select).reduce(Dataset::unionAll).orElseThrow();
  }

  private Dataset<Row> select(Dataset<Row> table) {
    Set<String> names = names(table);
    SentenceColumns columns = SentenceColumns.choose(settings, preset, names);
    return table.select(
        TableReader.file().as("file"),
        optional(table, columns.id()).as("id"),
        optional(table, columns.group()).as("group"),
        TableReader.text(table, columns.a()).as("a"),
        optional(table, columns.b()).as("b"),
        lit(columns.b() != null).as("has_b"),
        raw(table).as("raw"),
        absent().as("annotation_a"),
        absent().as("annotation_b"),
        absent().as("mentions"),
        absent().as("reason"),
        absent().as("detail"));
  }

  /** The columns of a table's own. */
  static Set<String> names(Dataset<Row> table) {
    Set<String> names = new LinkedHashSet<>(Arrays.asList(table.columns()));
    names.remove(TableReader.CORRUPT);
    return names;
  }

  /** The text of a bad row. */
  static Column raw(Dataset<Row> table) {
    boolean known = Arrays.asList(table.columns()).contains(TableReader.CORRUPT);
    return known ? col(TableReader.CORRUPT) : absent();
  }

  /** A column as text, or nulls where there is none. */
  static Column optional(Dataset<Row> table, String name) {
    return name == null ? absent() : TableReader.text(table, name);
  }

  static Column absent() {
    return lit(null).cast("string");
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
    } else if (isTooLong(a) || isTooLong(b)) {
      reason = RejectReason.SENTENCE_TOO_LONG;
      detail = "a sentence has more than " + LONGEST + " characters";
    }
    Annotation annotation = new Annotation(row.getString(7), row.getString(8), row.getString(9));
    long hash = row.getLong(row.length() - 1);
    // Of a row that is rejected no more travels than is shown.
    return reason == null
        ? new InputRow(null, null, file, id, row.getString(2), a, b, null, annotation, hash)
        : new InputRow(
            reason,
            detail,
            file,
            InputRow.excerpt(id),
            InputRow.excerpt(row.getString(2)),
            InputRow.excerpt(a),
            InputRow.excerpt(b),
            InputRow.excerpt(raw),
            Annotation.NONE,
            hash);
  }

  private static boolean isTooLong(String sentence) {
    return sentence != null && sentence.length() > LONGEST;
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
