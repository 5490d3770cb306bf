package io.sextant.job.row;

import io.sextant.config.InputSettings;
import io.sextant.fault.BadInputException;
import io.sextant.job.input.InputColumns;
import io.sextant.job.input.InputSource;
import io.sextant.job.input.SentenceColumns;
import io.sextant.job.input.TableReader;
import io.sextant.job.input.file.InputFault;
import io.sextant.job.input.file.InputTable;
import io.sextant.job.input.file.TableRow;
import io.sextant.table.row.RejectReason;
import io.sextant.text.Annotation;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;

/**
 * Reads the input as rows of text. A row that cannot be used carries the reason, and no exception
 * is thrown for it.
 */
public final class PairReader {
  /**
   * The greatest number of characters of a sentence. Real text has no longer sentences, and a
   * tokenizer's memory grows with the length.
   */
  private static final int LONGEST = 1_000_000;

  private final SparkSession spark;
  private final InputSettings settings;
  private final InputSource source;

  public PairReader(SparkSession spark, InputSettings settings) {
    this.spark = spark;
    this.settings = settings;
    this.source = InputSource.of(settings, spark.sparkContext().hadoopConfiguration());
  }

  /** Returns the format or preset, as {@code run.json} records it. */
  public String format() {
    return source.preset() == null ? source.format().key() : source.preset().key();
  }

  /** Returns a line that tells the user about ignored files; null for none. */
  public String note() {
    return source.note();
  }

  /**
   * Returns every row of the input, with {@link InputColumns}.
   *
   * @throws BadInputException if a path or a column is missing, or a column is not text
   */
  public Dataset<Row> read() {
    try {
      Dataset<Row> rows =
          switch (source.format()) {
            case CONLLU -> ConlluReader.read(spark, settings, source);
            case DOCUMENTS, DOCUMENT_LINES -> DocumentReader.read(spark, settings, source);
            case GAP, MENTIONS -> rows(new MentionColumns(settings, source.format())::select);
            default ->
                settings.text() == null
                    ? rows(this::pairs)
                    : DocumentReader.pairs(
                        spark, union(table -> DocumentReader.columns(table, settings)), settings);
          };
      return SavedPipelineStage.annotate(spark, rows, settings.pipeline());
    } catch (Exception e) {
      throw explain(e);
    }
  }

  /**
   * Counts and fingerprints the rows that {@link #read} returned.
   *
   * @throws BadInputException if a file cannot be read in its format
   */
  public InputSummary census(Dataset<Row> read) {
    try {
      return InputSummary.of(read);
    } catch (Exception e) {
      throw explain(e);
    }
  }

  /** Converts the rows to the form in which they are sent to their chunks. */
  public JavaRDD<InputRow> rows(Dataset<Row> read) {
    boolean hasId = settings.id() != null;
    return InputSummary.withHash(read).javaRDD().map(row -> inputRow(row, hasId));
  }

  private Dataset<Row> rows(Function<InputTable, JavaRDD<Row>> select) {
    return spark.createDataFrame(union(select), InputColumns.SCHEMA);
  }

  private JavaRDD<Row> union(Function<InputTable, JavaRDD<Row>> select) {
    List<InputTable> tables =
        new TableReader(spark, source, settings).open(List.of(MentionColumns.MENTIONS));
    requireOneNumberOfSentences(tables);
    List<JavaRDD<Row>> parts = tables.stream().map(select).toList();
    return parts.stream().reduce(JavaRDD::union).orElseThrow();
  }

  /** Refuses an input in which some files have a second sentence and others have none. */
  private void requireOneNumberOfSentences(List<InputTable> tables) {
    if (settings.text() != null || !source.format().takes("sentence-b")) {
      return;
    }
    InputTable single = null;
    String second = null;
    for (InputTable table : tables) {
      String b = SentenceColumns.choose(settings, source.preset(), table).b();
      single = b == null ? table : single;
      second = b == null ? second : b;
    }
    if (single != null && second != null) {
      throw new BadInputException(
          String.format(
              Locale.ROOT,
              "%s has no column '%s', which other files have: leave it out, or name the columns",
              single.file(),
              second));
    }
  }

  private JavaRDD<Row> pairs(InputTable table) {
    SentenceColumns columns = SentenceColumns.choose(settings, source.preset(), table);
    boolean hasB = columns.b() != null;
    return table
        .rows(Arrays.asList(columns.id(), columns.group(), columns.a(), columns.b()))
        .map(row -> pair(row, hasB));
  }

  private static Row pair(TableRow row, boolean hasB) {
    boolean isBad = row.problem() != null;
    return RowFactory.create(
        row.file(),
        row.value(0),
        row.value(1),
        row.value(2),
        row.value(3),
        hasB,
        row.raw(),
        null,
        null,
        null,
        isBad ? RejectReason.MALFORMED_ROW.name() : null,
        row.problem());
  }

  private static InputRow inputRow(Row row, boolean hasId) {
    String file = row.getString(0);
    String id = row.getString(1);
    String a = row.getString(3);
    String b = row.getString(4);
    boolean hasB = row.getBoolean(5);
    RejectReason reason = null;
    String detail = null;
    if (row.getString(10) != null) {
      reason = RejectReason.valueOf(row.getString(10));
      detail = row.getString(11);
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
    // Only the beginning of a rejected row is shown, so no more of it is sent.
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
            InputRow.excerpt(row.getString(6)),
            Annotation.NONE,
            hash);
  }

  private static boolean isTooLong(String sentence) {
    return sentence != null && sentence.length() > LONGEST;
  }

  /**
   * Returns the exception to throw for an error while the input was read: a {@link
   * BadInputException} if the input is at fault, else the error itself.
   */
  public RuntimeException explain(Exception e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof BadInputException bad) {
        return bad;
      }
    }
    String fault = InputFault.of(e);
    if (fault != null) {
      return new BadInputException("cannot read " + settings.paths() + ": " + fault, e);
    }
    return e instanceof RuntimeException runtime
        ? runtime
        : new IllegalStateException(e.getMessage(), e);
  }
}
