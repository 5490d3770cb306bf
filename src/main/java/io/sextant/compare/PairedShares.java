package io.sextant.compare;

import io.sextant.table.RunDirectory;
import io.sextant.table.Table;
import io.sextant.table.row.HeadPart;
import io.sextant.table.row.HeadPattern;
import io.sextant.table.row.PairScore;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * The paired shares of all heads and label parts of two runs that kept {@code pair_scores}. A's
 * scores are held in memory, 16 bytes a pair, head and part; B's are read past them.
 */
final class PairedShares {
  private static final String SHARE = "share";

  /** A head's mass and whole for every pair of A, by its index; NaN where there is none. */
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

  /** By pattern: the column that it is judged by. */
  private final Map<String, String> judgedBy = new HashMap<>();

  /**
   * Joins the runs by the pairs' ids; joins nothing if one of them kept no {@code pair_scores}.
   *
   * @param patterns rows of {@code head_patterns}, which say by what each pattern is judged
   */
  static PairedShares of(RunDirectory a, RunDirectory b, Collection<HeadPattern> patterns) {
    PairedShares paired = new PairedShares();
    patterns.forEach(row -> paired.judgedBy.put(row.pattern(), row.judgedBy()));
    if (a.has(Table.PAIR_SCORES) && b.has(Table.PAIR_SCORES)) {
      a.read(Table.PAIR_SCORES, paired::take);
      b.read(Table.PAIR_SCORES, paired::join);
    }
    return paired;
  }

  /** The paired share that belongs to a row; null if there is none. */
  PairedShare of(HeadPattern row) {
    boolean kept = row.unit().equals("token") && row.stratum().equals("all");
    return kept
        ? shares.get(new HeadPart(row.layer(), row.head(), row.pattern(), row.part()))
        : null;
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

  /** What the mass is a part of: queries, or the attention to content, however little. */
  private double whole(PairScore row) {
    boolean ofQueries = judgedBy.getOrDefault(row.of().pattern(), SHARE).equals(SHARE);
    return ofQueries ? row.nQueries() : row.coverage() * row.nQueries();
  }
}
