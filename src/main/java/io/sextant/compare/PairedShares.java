package io.sextant.compare;

import io.sextant.table.RunDirectory;
import io.sextant.table.Table;
import io.sextant.table.row.HeadPart;
import io.sextant.table.row.HeadPattern;
import io.sextant.table.row.PairScore;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * The paired shares of all heads and label parts of two runs that have {@code pair_scores}. The
 * scores of A are kept in memory, 16 bytes per pair, head and part; those of B are streamed.
 */
final class PairedShares {
  private static final String SHARE = "share";

  /**
   * The attention to targets and the total that it is a fraction of, for one head and part and
   * every pair of A; NaN for pairs without a score.
   */
  private static final class Scores {
    private double[] values = new double[0];

    void put(int pair, double mass, double whole) {
      if (2 * pair + 1 >= values.length) {
        int length = values.length;
        values = Arrays.copyOf(values, Math.max(128, 4 * pair + 4));
        Arrays.fill(values, length, values.length, Double.NaN);
      }
      values[2 * pair] = mass;
      values[2 * pair + 1] = whole;
    }

    boolean has(int pair) {
      return 2 * pair < values.length && !Double.isNaN(values[2 * pair]);
    }

    double mass(int pair) {
      return values[2 * pair];
    }

    double whole(int pair) {
      return values[2 * pair + 1];
    }
  }

  private final Map<String, Integer> pairs = new HashMap<>();
  private final Map<HeadPart, Scores> scoresOfA = new HashMap<>();
  private final Map<HeadPart, PairedShare> shares = new HashMap<>();
  private final BitSet common = new BitSet();

  /** For each pattern, the column that it is judged by. */
  private final Map<String, String> judgedBy = new HashMap<>();

  /**
   * Joins the runs, which have {@code pair_scores}, by the ids of the pairs.
   *
   * @param patterns rows of {@code head_patterns}, which say what each pattern is judged by
   */
  static PairedShares of(RunDirectory a, RunDirectory b, Collection<HeadPattern> patterns) {
    PairedShares paired = new PairedShares();
    patterns.forEach(row -> paired.judgedBy.put(row.pattern(), row.judgedBy()));
    a.read(Table.PAIR_SCORES, paired::take);
    b.read(Table.PAIR_SCORES, paired::join);
    return paired;
  }

  /** Returns the paired share for a row; null if there is none. */
  PairedShare of(HeadPattern row) {
    return row.key().isOverall()
        ? shares.get(new HeadPart(row.layer(), row.head(), row.pattern(), row.part()))
        : null;
  }

  /** Returns the number of pairs that both runs scored. */
  int common() {
    return common.cardinality();
  }

  private void take(PairScore row) {
    Integer next = pairs.size();
    Integer known = pairs.putIfAbsent(row.pairId(), next);
    scoresOfA
        .computeIfAbsent(row.of(), absent -> new Scores())
        .put(known == null ? next : known, mass(row), whole(row));
  }

  private void join(PairScore row) {
    Integer pair = pairs.get(row.pairId());
    if (pair != null) {
      common.set(pair);
    }
    Scores scores = pair == null ? null : scoresOfA.get(row.of());
    if (scores != null && scores.has(pair)) {
      shares
          .computeIfAbsent(row.of(), absent -> new PairedShare())
          .add(scores.mass(pair), scores.whole(pair), mass(row), whole(row));
    }
  }

  private static double mass(PairScore row) {
    return row.share() * row.nQueries();
  }

  /**
   * Returns the total that the share is a fraction of: the number of queries, or the attention to
   * content even if it is below the smallest coverage.
   */
  private double whole(PairScore row) {
    boolean ofQueries = judgedBy.getOrDefault(row.of().pattern(), SHARE).equals(SHARE);
    return ofQueries ? row.nQueries() : row.coverage() * row.nQueries();
  }
}
