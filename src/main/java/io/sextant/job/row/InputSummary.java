package io.sextant.job.row;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.shiftrightunsigned;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.xxhash64;

import io.sextant.job.input.InputColumns;
import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The number and the fingerprint of all rows, computed by one pass over the input before anything
 * else runs.
 *
 * @param rows the number of rows, good and bad
 * @param fingerprint a fingerprint of the rows' contents, independent of their order and files
 * @param placement a fingerprint of the rows' contents and files, independent of their order
 */
public record InputSummary(long rows, String fingerprint, String placement) {
  /** The column that {@link #withHash} adds. */
  private static final String HASH = "placed_hash";

  public static InputSummary of(Dataset<Row> read) {
    Row row =
        read.select(content().as("content"), placed().as("placed"))
            .agg(
                count(lit(1)),
                expr("bit_xor(content)"),
                sum(shiftrightunsigned(col("content"), RowFold.SHIFT)),
                expr("bit_xor(placed)"),
                sum(shiftrightunsigned(col("placed"), RowFold.SHIFT)))
            .first();
    long rows = row.getLong(0);
    return rows == 0
        ? new InputSummary(0, new RowFold().fingerprint(), new RowFold().fingerprint())
        : new InputSummary(
            rows,
            new RowFold(rows, row.getLong(1), row.getLong(2)).fingerprint(),
            new RowFold(rows, row.getLong(3), row.getLong(4)).fingerprint());
  }

  /** Appends a column with the hash that {@link #placement} is computed from. */
  static Dataset<Row> withHash(Dataset<Row> read) {
    return read.withColumn(HASH, placed());
  }

  /**
   * Returns a hash of every column but the file. xxhash64 ignores nulls, so whether a value is null
   * is hashed too.
   */
  private static Column content() {
    Column[] columns =
        Arrays.stream(InputColumns.SCHEMA.fieldNames())
            .filter(name -> !name.equals("file"))
            .flatMap(name -> Stream.of(col(name), col(name).isNull()))
            .toArray(Column[]::new);
    return xxhash64(columns);
  }

  private static Column placed() {
    return xxhash64(content(), col("file"));
  }
}
