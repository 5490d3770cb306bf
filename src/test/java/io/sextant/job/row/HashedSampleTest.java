package io.sextant.job.row;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.job.SparkTest;
import io.sextant.table.row.RejectReason;
import io.sextant.text.Annotation;
import io.sextant.text.SentencePair;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class HashedSampleTest extends SparkTest {
  private static SparkSession spark;

  @BeforeAll
  static void start() {
    spark = session("local[2]");
  }

  @AfterAll
  static void stop() {
    spark.stop();
  }

  @Test
  void theThresholdHoldsThePairsThatComeFirst() {
    List<InputRow> rows = rows(500);
    HashedSample sample = HashedSample.of(parallel(rows), "some purpose", 37);
    List<String> drawn =
        HashedSample.parts(parallel(rows), "some purpose", 37).stream()
            .flatMap(List::stream)
            .map(SentencePair::id)
            .toList();
    assertThat(drawn).hasSize(37).doesNotHaveDuplicates();
    assertThat(rows.stream().filter(sample::contains).map(InputRow::id))
        .containsExactlyInAnyOrderElementsOf(drawn);
  }

  @Test
  void otherPurposesDrawOtherPairs() {
    List<InputRow> rows = rows(500);
    HashedSample one = HashedSample.of(parallel(rows), "one", 40);
    HashedSample other = HashedSample.of(parallel(rows), "other", 40);
    assertThat(rows)
        .filteredOn(row -> one.contains(row) && other.contains(row))
        .hasSizeLessThan(20);
  }

  @Test
  void fewPairsAreAllDrawnAndRejectedRowsNever() {
    List<InputRow> rows = rows(20);
    InputRow bad =
        new InputRow(
            rows.get(0).pair(), new ReadRow.Fault(RejectReason.MALFORMED_ROW, "bad", "raw"), 1);
    HashedSample sample = HashedSample.of(parallel(rows), "all", 21);
    assertThat(rows).allMatch(sample::contains);
    assertThat(sample.contains(bad)).isFalse();
    assertThat(rows).noneMatch(HashedSample.of(parallel(rows), "none", 0)::contains);
  }

  private static JavaRDD<InputRow> parallel(List<InputRow> rows) {
    return JavaSparkContext.fromSparkContext(spark.sparkContext()).parallelize(rows, 5);
  }

  private static List<InputRow> rows(int count) {
    List<InputRow> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      SentencePair pair =
          new SentencePair("id" + i, null, "sentence " + i, "other " + i, Annotation.NONE, "file");
      rows.add(new InputRow(pair, null, i));
    }
    return rows;
  }
}
