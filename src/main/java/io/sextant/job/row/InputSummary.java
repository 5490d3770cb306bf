package io.sextant.job.row;

import java.io.Serializable;
import org.apache.spark.api.java.JavaRDD;

/**
 * The number and the fingerprint of all rows, computed by one pass over the input before anything
 * else runs.
 *
 * @param rows the number of rows, good and bad
 * @param fingerprint a fingerprint of the rows' contents, independent of their order and files
 * @param placement a fingerprint of the rows' contents and files, independent of their order
 */
public record InputSummary(long rows, String fingerprint, String placement) {

  public static InputSummary of(JavaRDD<ReadRow> read) {
    Folds folds =
        read.map(RowHash::of)
            .aggregate(new Folds(new RowFold(), new RowFold()), Folds::add, Folds::merge);
    return new InputSummary(
        folds.content.rows(), folds.content.fingerprint(), folds.placed.fingerprint());
  }

  /** The fingerprints of some rows. */
  private record Folds(RowFold content, RowFold placed) implements Serializable {
    Folds add(RowHash row) {
      content.add(row.content());
      placed.add(row.placed());
      return this;
    }

    Folds merge(Folds other) {
      content.add(other.content);
      placed.add(other.placed);
      return this;
    }
  }
}
