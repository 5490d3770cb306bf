package io.sextant.job.row;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.xxhash64;
import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.job.SparkTest;
import io.sextant.table.row.RejectReason;
import io.sextant.text.Annotation;
import io.sextant.text.SentencePair;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

class RowHashTest extends SparkTest {
  private static final List<ReadRow> ROWS =
      List.of(
          new ReadRow(
              new SentencePair(
                  "1", "g", "Ein Satz.", "日本語 \ud83d\ude00", Annotation.NONE, "file:/a"),
              true,
              null),
          new ReadRow(
              new SentencePair(null, null, "", null, new Annotation("1\tx", null, "[]"), "file:/b"),
              false,
              null),
          new ReadRow(
              new SentencePair(null, null, null, null, Annotation.NONE, null),
              true,
              new ReadRow.Fault(RejectReason.MALFORMED_ROW, "why", "a longer text ".repeat(9))));

  @Test
  void theHashesAreThoseOfSparkSqlOverTheColumns() throws IOException {
    try (SparkSession spark = session("local[2]")) {
      JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
      Dataset<Row> table = ReadRow.table(spark, context.parallelize(ROWS, 1));
      Column content =
          xxhash64(
              Arrays.stream(InputColumns.SCHEMA.fieldNames())
                  .filter(name -> !name.equals("file"))
                  .flatMap(name -> Stream.of(col(name), col(name).isNull()))
                  .toArray(Column[]::new));
      List<RowHash> expected =
          table.select(content, xxhash64(content, col("file"))).collectAsList().stream()
              .map(row -> new RowHash(row.getLong(0), row.getLong(1)))
              .toList();
      assertThat(ROWS.stream().map(RowHash::of)).containsExactlyElementsOf(expected);
    }
  }
}
