package io.sextant.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.shiftrightunsigned;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.Locale;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * One look at the whole input before anything runs.
 *
 * @param rows number of rows, good and bad
 * @param fingerprint of the rows' text, whatever their order and files
 */
record Census(long rows, String fingerprint) {

  static Census of(Dataset<Row> read) {
    Column hash =
        xxhash64(
            col("id"),
            col("group"),
            col("a"),
            col("b"),
            col("raw"),
            col("annotation_a"),
            col("annotation_b"),
            col("mentions"),
            isNull("a"),
            isNull("b"));
    Row row =
        read.select(hash.as("hash"))
            .agg(count(lit(1)), expr("bit_xor(hash)"), sum(shiftrightunsigned(col("hash"), 24)))
            .first();
    long rows = row.getLong(0);
    String fingerprint =
        rows == 0
            ? String.format(Locale.ROOT, "%016x%016x", 0, 0)
            : String.format(Locale.ROOT, "%016x%016x", row.getLong(1), row.getLong(2));
    return new Census(rows, fingerprint + "-" + rows);
  }

  private static Column isNull(String column) {
    return col(column).isNull();
  }
}
