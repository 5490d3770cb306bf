package io.sextant.job.row;

import io.sextant.config.InputSettings;
import io.sextant.fault.BadInputException;
import io.sextant.job.input.InputRequest;
import io.sextant.job.input.InputSource;
import io.sextant.job.input.SentenceColumns;
import io.sextant.job.input.TableReader;
import io.sextant.job.input.file.InputFault;
import io.sextant.job.input.file.InputFormat;
import io.sextant.job.input.file.InputTable;
import io.sextant.job.input.file.TableRow;
import io.sextant.table.row.RejectReason;
import io.sextant.text.Annotation;
import io.sextant.text.SentencePair;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.apache.spark.api.java.JavaRDD;
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

  private final InputRequest request;
  private final SparkSession spark;
  private final InputSettings settings;
  private final InputSource source;

  public PairReader(InputRequest request) {
    this.request = request;
    this.spark = request.spark();
    this.settings = request.settings();
    this.source = InputSource.of(settings, spark.sparkContext().hadoopConfiguration());
  }

  /** Returns the format or preset, as {@code run.json} records it. */
  public String format() {
    if (source.format() == InputFormat.SPARK) {
      return request.format();
    }
    return source.preset() == null ? source.format().key() : source.preset().key();
  }

  /** Returns a line that tells the user about ignored files; null for none. */
  public String note() {
    return source.note();
  }

  /**
   * Returns every row of the input.
   *
   * @throws BadInputException if a path or a column is missing, or a column is not text
   */
  public JavaRDD<ReadRow> read() {
    try {
      JavaRDD<ReadRow> rows =
          switch (source.format()) {
            case CONLLU -> ConlluReader.read(spark, settings, source);
            case DOCUMENTS, DOCUMENT_LINES -> DocumentReader.read(spark, settings, source);
            case GAP, MENTIONS -> union(new MentionColumns(settings, source.format())::select);
            default ->
                settings.text() == null
                    ? union(this::pairs)
                    : DocumentReader.pairs(
                        union(table -> DocumentReader.columns(table, settings)), settings);
          };
      JavaRDD<ReadRow> asked = settings.singles() ? SingleSentences.of(rows) : rows;
      return SavedPipelineStage.annotate(spark, asked, settings.pipeline());
    } catch (Exception e) {
      throw explain(e);
    }
  }

  /** Returns whether any row that {@link #read} returned has a second sentence. */
  public boolean hasPairs(JavaRDD<ReadRow> read) {
    try {
      return !read.filter(ReadRow::hasSecond).isEmpty();
    } catch (Exception e) {
      throw explain(e);
    }
  }

  /**
   * Counts and fingerprints the rows that {@link #read} returned.
   *
   * @throws BadInputException if a file cannot be read in its format
   */
  public InputSummary census(JavaRDD<ReadRow> read) {
    try {
      return InputSummary.of(read);
    } catch (Exception e) {
      throw explain(e);
    }
  }

  /** Converts the rows to the form in which they are sent to their chunks. */
  public JavaRDD<InputRow> rows(JavaRDD<ReadRow> read) {
    boolean hasId = settings.id() != null;
    return read.map(row -> inputRow(row, hasId));
  }

  private <T> JavaRDD<T> union(Function<InputTable, JavaRDD<T>> select) {
    List<InputTable> tables =
        new TableReader(request, source).open(List.of(MentionColumns.MENTIONS));
    requireOneNumberOfSentences(tables);
    List<JavaRDD<T>> parts = tables.stream().map(select).toList();
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

  private JavaRDD<ReadRow> pairs(InputTable table) {
    SentenceColumns columns = SentenceColumns.choose(settings, source.preset(), table);
    boolean hasB = columns.b() != null;
    return table
        .rows(Arrays.asList(columns.id(), columns.group(), columns.a(), columns.b()))
        .map(row -> pair(row, hasB));
  }

  private static ReadRow pair(TableRow row, boolean hasB) {
    SentencePair pair =
        new SentencePair(
            row.value(0), row.value(1), row.value(2), row.value(3), Annotation.NONE, row.file());
    return new ReadRow(pair, hasB, row.isGood() ? null : malformed(row));
  }

  /** The fault of a row that cannot be read as its format says. */
  static ReadRow.Fault malformed(TableRow row) {
    return new ReadRow.Fault(RejectReason.MALFORMED_ROW, row.problem(), row.raw());
  }

  private static InputRow inputRow(ReadRow read, boolean hasId) {
    SentencePair pair = read.pair();
    ReadRow.Fault fault = read.fault() == null ? fault(read, hasId) : read.fault();
    long hash = RowHash.of(read).placed();
    if (fault == null) {
      return new InputRow(pair, null, hash);
    }
    // Of a row that is rejected no more travels than is shown.
    SentencePair shown =
        new SentencePair(
            InputRow.excerpt(pair.id()),
            InputRow.excerpt(pair.group()),
            InputRow.excerpt(pair.sentenceA()),
            InputRow.excerpt(pair.sentenceB()),
            Annotation.NONE,
            pair.file());
    String raw = InputRow.excerpt(fault.raw());
    return new InputRow(shown, new ReadRow.Fault(fault.reason(), fault.detail(), raw), hash);
  }

  private static ReadRow.Fault fault(ReadRow read, boolean hasId) {
    String a = read.pair().sentenceA();
    String b = read.pair().sentenceB();
    if (a == null || (read.hasSecond() && b == null)) {
      String detail = "sentence " + (a == null ? "A" : "B") + " is null";
      return new ReadRow.Fault(RejectReason.NULL_SENTENCE, detail, null);
    }
    if (a.isBlank() || (read.hasSecond() && b.isBlank())) {
      String detail = "sentence " + (a.isBlank() ? "A" : "B") + " is empty";
      return new ReadRow.Fault(RejectReason.EMPTY_SENTENCE, detail, null);
    }
    if (hasId && read.pair().id() == null) {
      return new ReadRow.Fault(RejectReason.NULL_ID, "the id is null", null);
    }
    if (isTooLong(a) || isTooLong(b)) {
      String detail = "a sentence has more than " + LONGEST + " characters";
      return new ReadRow.Fault(RejectReason.SENTENCE_TOO_LONG, detail, null);
    }
    return null;
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
