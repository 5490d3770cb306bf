package io.sextant.job.row;

import io.sextant.table.row.RejectReason;
import io.sextant.text.Annotation;
import io.sextant.text.SentencePair;
import java.io.Serializable;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;

/**
 * A row of the input as its reader gives it, whatever the format.
 *
 * @param pair as much of the pair as could be read; its sentences may be null or blank
 * @param hasSecond whether the input has second sentences
 * @param fault what the reader found wrong with the row; null for nothing
 */
public record ReadRow(SentencePair pair, boolean hasSecond, Fault fault) implements Serializable {

  /**
   * Why a row is rejected.
   *
   * @param detail the reason in words
   * @param raw the row as text, or its beginning; null where the pair says it all
   */
  public record Fault(RejectReason reason, String detail, String raw) implements Serializable {}

  /** A single sentence, or of a row that cannot be read only its place. */
  static ReadRow single(SentencePair sentence, Fault fault) {
    return new ReadRow(sentence, false, fault);
  }

  /** The row with {@link InputColumns}. */
  private Row toRow() {
    return RowFactory.create(
        pair.file(),
        pair.id(),
        pair.group(),
        pair.sentenceA(),
        pair.sentenceB(),
        hasSecond,
        fault == null ? null : fault.raw(),
        pair.annotation().sentenceA(),
        pair.annotation().sentenceB(),
        pair.annotation().mentions(),
        fault == null ? null : fault.reason().name(),
        fault == null ? null : fault.detail());
  }

  /** The rows as a table with {@link InputColumns}. */
  static Dataset<Row> table(SparkSession spark, JavaRDD<ReadRow> rows) {
    return spark.createDataFrame(rows.map(ReadRow::toRow), InputColumns.SCHEMA);
  }

  /** What {@link #toRow} gave; columns after {@link InputColumns} are passed over. */
  static ReadRow of(Row row) {
    Annotation annotation = new Annotation(row.getString(7), row.getString(8), row.getString(9));
    String reason = row.getString(10);
    return new ReadRow(
        new SentencePair(
            row.getString(1),
            row.getString(2),
            row.getString(3),
            row.getString(4),
            annotation,
            row.getString(0)),
        row.getBoolean(5),
        reason == null
            ? null
            : new Fault(RejectReason.valueOf(reason), row.getString(11), row.getString(6)));
  }
}
