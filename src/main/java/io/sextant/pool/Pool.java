package io.sextant.pool;

import io.sextant.fault.BadInputException;
import io.sextant.math.Interval;
import io.sextant.math.RandomEffects;
import io.sextant.table.RunDirectory;
import io.sextant.table.Table;
import io.sextant.table.row.CatalogueRow;
import io.sextant.table.row.HeadPattern;
import io.sextant.table.row.PatternKey;
import io.sextant.table.row.PooledShare;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Pools runs of one model over different corpora. The order of the runs does not matter. */
public final class Pool {
  private static final String CORRELATION = "rank_correlation";

  private final List<String> runIds;
  private final Holding holding;
  private final Map<PatternKey, List<HeadPattern>> scores = new LinkedHashMap<>();

  private Pool(List<String> runIds, Holding holding) {
    this.runIds = runIds;
    this.holding = holding;
  }

  /**
   * Returns a row for every head, part, unit and stratum of which at least {@value
   * RandomEffects#FEWEST} runs have a score with a standard error.
   *
   * @throws BadInputException if there are too few runs, a run has not ended, or runs are of
   *     different models, the same corpus, other cuts, or have no pattern in common
   */
  public static List<PooledShare> of(List<RunDirectory> given) {
    Corpora.require(given);
    List<RunDirectory> runs =
        given.stream().sorted(Comparator.comparing(run -> run.manifest().runId())).toList();
    List<CatalogueRow> catalogue =
        runs.stream().flatMap(run -> run.readIfThere(Table.CATALOGUE).stream()).toList();
    Pool pool =
        new Pool(
            runs.stream().map(run -> run.manifest().runId()).toList(),
            new Holding(runs.get(0).manifest(), catalogue));
    runs.forEach(run -> run.read(Table.HEAD_PATTERNS, pool::take));
    List<PooledShare> rows = pool.rows();
    if (rows.isEmpty()) {
      throw new BadInputException(
          "no pattern was scored in "
              + RandomEffects.FEWEST
              + " of the runs: there is nothing to pool");
    }
    return rows;
  }

  private void take(HeadPattern row) {
    if (!Double.isNaN(row.score().value()) && !Double.isNaN(row.scoreSe())) {
      scores.computeIfAbsent(row.key().ofRun(""), absent -> new ArrayList<>()).add(row);
    }
  }

  private List<PooledShare> rows() {
    return scores.values().stream()
        .filter(of -> of.size() >= RandomEffects.FEWEST)
        .map(this::row)
        .toList();
  }

  private PooledShare row(List<HeadPattern> of) {
    HeadPattern any = of.get(0);
    double[] values = of.stream().mapToDouble(row -> row.score().value()).toArray();
    double[] errors = of.stream().mapToDouble(HeadPattern::scoreSe).toArray();
    RandomEffects effects = RandomEffects.of(values, errors);
    double floor = any.judgedBy().equals(CORRELATION) ? -1 : 0;
    Interval prediction = effects.prediction().within(floor, 1);
    String grade = grade(of);
    return Table.POOLED_SHARES
        .row()
        .set("run_ids", runIds)
        .set("layer", any.layer())
        .set("head", any.head())
        .set("pattern", any.pattern())
        .set("part", any.part())
        .set("unit", any.unit())
        .set("stratum", any.stratum())
        .set("n_runs", of.size())
        .set("pooled", effects.interval().within(floor, 1))
        .set("pooled_se", effects.error())
        .set("tau2", effects.tauSquared())
        .set("i2", effects.iSquared())
        .set("prediction_low", prediction.low())
        .set("prediction_high", prediction.high())
        .set("least", of.stream().mapToDouble(row -> row.score().value()).min().orElseThrow())
        .set("greatest", of.stream().mapToDouble(row -> row.score().value()).max().orElseThrow())
        .set("exhibited_by", grade == null ? null : exhibiting(of))
        .set("grade", grade)
        .set("holds", grade == null ? null : holding.at(any.pattern(), grade, prediction.low()))
        .build();
  }

  private static long exhibiting(List<HeadPattern> of) {
    return of.stream().filter(HeadPattern::exhibits).count();
  }

  /** Returns the lowest grade of the runs; null for a part without a label. */
  private static String grade(List<HeadPattern> of) {
    boolean graded = of.stream().allMatch(row -> row.grade() != null);
    return graded ? Holding.lowest(of.stream().map(HeadPattern::grade).toList()) : null;
  }
}
