package io.sextant.job.row;

import io.sextant.text.SentencePair;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Predicate;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.function.Function;
import scala.Tuple2;

/**
 * A sample of the pairs, drawn by a hash: it holds the pairs whose hash is at most a threshold, so
 * whether a pair belongs to it can be told from the pair alone. The sample depends on the input
 * alone. Copies of a pair, which have the same id and text, are in it together.
 *
 * @param purpose a text that goes into the hash, so that different purposes draw different pairs
 * @param pairs the size of the sample; 0 for none
 * @param hashes the least hashes in ascending order as unsigned numbers, as many as there are pairs
 */
public record HashedSample(String purpose, int pairs, List<Long> hashes) implements Serializable {
  /**
   * The characters of a task's pairs, which are about 480 tokens of English: with a backend that
   * always computes packs of 512 tokens, a task of few short pairs takes as long as a full one.
   */
  private static final int CHARACTERS_A_TASK = 2000;

  public HashedSample {
    hashes = List.copyOf(hashes);
  }

  /** Finds the threshold below which there are as many pairs as are asked for. */
  public static HashedSample of(JavaRDD<InputRow> rows, String purpose, int pairs) {
    if (pairs == 0) {
      return new HashedSample(purpose, 0, List.of());
    }
    return new HashedSample(
        purpose,
        pairs,
        rows.filter(InputRow::isGood)
            .map(row -> hash(purpose, row))
            .takeOrdered(pairs, new Unsigned()));
  }

  /** Returns the smaller sample of the pairs with the least hashes; copies count as one pair. */
  public HashedSample first(int most) {
    List<Long> least = hashes.stream().distinct().limit(most).toList();
    boolean all = hashes.size() < pairs && least.size() < most;
    return new HashedSample(purpose, all ? most : least.size(), least);
  }

  /**
   * Returns whether a row belongs to the sample.
   *
   * @param row the row as it was read, before it was given an id
   */
  public boolean contains(InputRow row) {
    return pairs > 0
        && row.isGood()
        && (hashes.size() < pairs
            || Long.compareUnsigned(hash(purpose, row), hashes.get(pairs - 1)) <= 0);
  }

  /**
   * Draws pairs. Their order depends on the input alone.
   *
   * @param purpose the purpose of the sample
   * @param pairs the size of the sample, at least 1; if there are fewer pairs, all are drawn
   */
  public static List<SentencePair> draw(JavaRDD<InputRow> rows, String purpose, int pairs) {
    return draw(rows, purpose, pairs, () -> row -> true);
  }

  /**
   * Draws from the pairs that fit, as {@link #draw(JavaRDD, String, int)} does from all. Only pairs
   * that may be drawn are tested: about n (1 + ln(N / n)) of N pairs in a partition, for a sample
   * of n.
   */
  public static List<SentencePair> draw(
      JavaRDD<InputRow> rows, String purpose, int pairs, Fit fit) {
    return rows
        .mapPartitions(some -> first(some, purpose, pairs, fit.inTask()))
        .takeOrdered(pairs)
        .stream()
        .map(Hashed::row)
        .map(row -> row.id() == null ? row.withId(row.contentId()) : row)
        .map(InputRow::pair)
        .toList();
  }

  /**
   * Draws pairs and divides them into parts, one for each task. A part has one pair or up to 2,000
   * characters. Order and parts depend on the input alone.
   *
   * @param purpose the purpose of the sample
   * @param pairs the size of the sample, at least 1; if there are fewer pairs, all are drawn
   */
  public static List<List<SentencePair>> parts(JavaRDD<InputRow> rows, String purpose, int pairs) {
    List<List<SentencePair>> parts = new ArrayList<>();
    int left = 0;
    for (SentencePair pair : draw(rows, purpose, pairs)) {
      left -= pair.characters();
      if (parts.isEmpty() || left < 0) {
        parts.add(new ArrayList<>());
        left = CHARACTERS_A_TASK - pair.characters();
      }
      parts.get(parts.size() - 1).add(pair);
    }
    return parts;
  }

  /** Returns the first pairs of a partition that fit. */
  private static Iterator<Hashed> first(
      Iterator<InputRow> rows, String purpose, int pairs, Predicate<InputRow> fits) {
    PriorityQueue<Hashed> first = new PriorityQueue<>(Comparator.reverseOrder());
    while (rows.hasNext()) {
      InputRow row = rows.next();
      if (!row.isGood()) {
        continue;
      }
      Hashed hashed = new Hashed(hash(purpose, row), row);
      boolean isFull = first.size() == pairs;
      if ((!isFull || hashed.compareTo(first.peek()) < 0) && fits.test(row)) {
        if (isFull) {
          first.remove();
        }
        first.add(hashed);
      }
    }
    return first.iterator();
  }

  /** Tests which pairs may be drawn. */
  public interface Fit extends Serializable {
    /** Returns the test for one task. */
    Predicate<InputRow> inTask();
  }

  /**
   * Samples one row of every cluster.
   *
   * @param purpose the purpose of the sample; other purposes select other rows
   * @param cluster returns the key that the rows of a cluster share
   */
  public static JavaRDD<InputRow> oneOfEach(
      JavaRDD<InputRow> rows, String purpose, Function<InputRow, String> cluster) {
    return rows.mapToPair(
            row -> new Tuple2<>(cluster.call(row), new Hashed(hash(purpose, row), row)))
        .reduceByKey((left, right) -> left.compareTo(right) <= 0 ? left : right)
        .values()
        .map(Hashed::row);
  }

  private static long hash(String purpose, InputRow row) {
    return ByteBuffer.wrap(DigestUtils.sha256(purpose + " " + row.id() + "\0" + row.contentId()))
        .getLong();
  }

  /** A row with its hash. Rows are ordered by it, so that the first rows are a random sample. */
  private record Hashed(long hash, InputRow row) implements Comparable<Hashed>, Serializable {

    @Override
    public int compareTo(Hashed other) {
      int byHash = Long.compareUnsigned(hash, other.hash);
      return byHash != 0 ? byHash : InputRow.ORDER.compare(row, other.row);
    }
  }

  /** The order of hashes as unsigned numbers. */
  private static final class Unsigned implements Comparator<Long>, Serializable {
    private static final long serialVersionUID = 1L;

    @Override
    public int compare(Long left, Long right) {
      return Long.compareUnsigned(left, right);
    }
  }
}
