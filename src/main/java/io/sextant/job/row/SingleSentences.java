package io.sextant.job.row;

import io.sextant.text.SentencePair;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import scala.Tuple2;

/**
 * Makes single sentences of pairs. Each distinct sentence of the input is kept once, wherever it
 * occurs, so that a sentence of many pairs, such as one of a document, which is in two, does not
 * count as many observations. Of equal sentences, the least by group, id and file is kept, which
 * does not depend on how the rows are distributed; a row without an id comes last.
 */
final class SingleSentences {
  private static final Comparator<String> NULLS_LAST =
      Comparator.nullsLast(Comparator.naturalOrder());

  private static final Comparator<SentencePair> ORDER =
      Comparator.comparing(SentencePair::group, NULLS_LAST)
          .thenComparing(SentencePair::id, NULLS_LAST)
          .thenComparing(SentencePair::file, NULLS_LAST);

  private SingleSentences() {}

  /**
   * Returns a row for each distinct sentence, and the rows that are rejected as they are. The id of
   * a sentence is that of its pair with {@code /a} or {@code /b}.
   *
   * @param rows rows without annotation
   */
  static JavaRDD<ReadRow> of(JavaRDD<ReadRow> rows) {
    JavaPairRDD<String, SentencePair> bySentence =
        rows.filter(row -> !isRejected(row)).flatMapToPair(SingleSentences::divide);
    JavaRDD<ReadRow> single =
        bySentence
            .reduceByKey((one, other) -> ORDER.compare(one, other) <= 0 ? one : other)
            .values()
            .map(sentence -> ReadRow.single(sentence, null));
    return single.union(rows.filter(SingleSentences::isRejected));
  }

  private static boolean isRejected(ReadRow row) {
    SentencePair pair = row.pair();
    return row.fault() != null
        || isEmpty(pair.sentenceA())
        || (row.hasSecond() && isEmpty(pair.sentenceB()));
  }

  private static boolean isEmpty(String sentence) {
    return sentence == null || sentence.isBlank();
  }

  private static Iterator<Tuple2<String, SentencePair>> divide(ReadRow row) {
    SentencePair pair = row.pair();
    Stream<SentencePair> sentences =
        row.hasSecond()
            ? Stream.of(single(pair, pair.sentenceA(), "/a"), single(pair, pair.sentenceB(), "/b"))
            : Stream.of(pair);
    List<Tuple2<String, SentencePair>> keyed =
        sentences.map(sentence -> new Tuple2<>(sentence.sentenceA(), sentence)).toList();
    return keyed.iterator();
  }

  private static SentencePair single(SentencePair pair, String sentence, String ending) {
    String id = pair.id() == null ? null : pair.id() + ending;
    return new SentencePair(id, pair.group(), sentence, null, pair.annotation(), pair.file());
  }
}
