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
  void aPartHasOnePairOrUpToTwoThousandCharacters() {
    List<InputRow> rows = rows(500);
    SentencePair book =
        new SentencePair("book", null, "a ".repeat(1500), null, Annotation.NONE, "file");
    rows.add(new InputRow(book, null, 7));
    List<List<SentencePair>> parts = HashedSample.parts(parallel(rows), "some purpose", 501);
    // A pair has 17 to 21 characters.
    int last = parts.size() - 1;
    for (List<SentencePair> part : parts.subList(0, last)) {
      int characters = part.stream().mapToInt(HashedSampleTest::characters).sum();
      boolean isFull = characters > 1979 && characters <= 2000;
      boolean isBeforeTheBook = parts.get(parts.indexOf(part) + 1).contains(book);
      assertThat(part.equals(List.of(book)) || isFull || isBeforeTheBook).isTrue();
    }
    assertThat(parts.stream().mapToInt(List::size).sum()).isEqualTo(501);
  }

  private static int characters(SentencePair pair) {
    return pair.sentenceA().length() + (pair.sentenceB() == null ? 0 : pair.sentenceB().length());
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
