package io.sextant.job.row;

import io.sextant.text.SentencePair;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.function.Function;

/**
 * Draws a sample of the pairs by a hash. The sample, its parts and their order depend on the input
 * alone.
 */
public final class HashedSample {
  private static final int PAIRS_A_TASK = 8;

  private HashedSample() {}

  /**
   * Draws pairs and divides them into parts, one for each task.
   *
   * @param purpose a text that goes into the hash, so that different purposes draw different pairs
   * @param pairs the size of the sample; if there are fewer pairs, all are drawn
   */
  public static List<List<SentencePair>> parts(JavaRDD<InputRow> rows, String purpose, int pairs) {
    List<SentencePair> sample =
        rows.filter(row -> row.reason() == null).takeOrdered(pairs, new ByHash(purpose)).stream()
            .map(row -> row.id() == null ? row.withId(row.contentId()) : row)
            .map(InputRow::pair)
            .toList();
    List<List<SentencePair>> parts = new ArrayList<>();
    for (int from = 0; from < sample.size(); from += PAIRS_A_TASK) {
      int to = Math.min(sample.size(), from + PAIRS_A_TASK);
      parts.add(new ArrayList<>(sample.subList(from, to)));
    }
    return parts;
  }

  /**
   * Samples one row of every cluster.
   *
   * @param purpose the purpose of the sample; other purposes select other rows
   * @param cluster returns the key that the rows of a cluster share
   */
  public static JavaRDD<InputRow> oneOfEach(
      JavaRDD<InputRow> rows, String purpose, Function<InputRow, String> cluster) {
    ByHash order = new ByHash(purpose);
    return rows.keyBy(cluster)
        .reduceByKey((left, right) -> order.compare(left, right) <= 0 ? left : right)
        .values();
  }

  /** Orders rows by their hashes, so that the first rows are a random sample. */
  private static final class ByHash implements Comparator<InputRow>, Serializable {
    private static final long serialVersionUID = 1L;

    private final String purpose;

    ByHash(String purpose) {
      this.purpose = purpose;
    }

    @Override
    public int compare(InputRow left, InputRow right) {
      int byHash = Arrays.compareUnsigned(hash(left), hash(right));
      return byHash != 0 ? byHash : InputRow.ORDER.compare(left, right);
    }

    private byte[] hash(InputRow row) {
      return DigestUtils.sha256(purpose + " " + row.id() + "\0" + row.contentId());
    }
  }
}
