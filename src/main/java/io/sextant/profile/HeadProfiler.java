package io.sextant.profile;

import io.sextant.attention.AttentionMap;
import io.sextant.attention.AttentionRunner;
import io.sextant.attention.AttentionSink;
import io.sextant.attention.TaskScores;
import io.sextant.bert.TaskHead;
import io.sextant.pattern.AnnotatedPair;
import io.sextant.pattern.Family;
import io.sextant.profile.exemplar.ExemplarCandidates;
import io.sextant.profile.exemplar.ExemplarLimits;
import io.sextant.profile.pair.Calibration;
import io.sextant.profile.pair.PairAnalysis;
import io.sextant.profile.pair.PairSums;
import io.sextant.profile.pair.RowStatistics;
import io.sextant.profile.relation.ShuffledPairs;
import io.sextant.profile.state.Layout;
import io.sextant.profile.state.Unit;
import io.sextant.table.row.PairScore;
import io.sextant.table.row.RejectReason;
import io.sextant.text.EncodedPair;
import io.sextant.text.SentencePair;
import io.sextant.text.UncutSentenceException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Runs pairs through the model and adds the statistics of their attention maps to a {@link
 * ProfileState}. A profiler belongs to one task and one state, and is not thread-safe. The state
 * does not depend on how the pairs are batched. The order of the pairs affects only the rounding of
 * the sums and which pairs {@link ShuffledPairs} combines.
 */
public final class HeadProfiler {
  /** The greatest difference from 1 that the sum of a row of attention may have. */
  private static final double ROW_SUM_TOLERANCE = 1e-4;

  private final PairAnalysis analysis;
  private final AttentionRunner runner;
  private final ExemplarLimits exemplars;
  private final RejectSink rejects;
  private final ProfileState state;
  private final Layout layout;
  private final List<UnitProfiler> units = new ArrayList<>();

  /** Whether any pattern needs the relations between words. */
  private final boolean relates;

  private final ShuffledPairs shuffled;
  private final TokenBatches batches;
  private final RowStatistics rows = new RowStatistics();
  private PairScores scores = PairScores.NONE;
  private SumsSink sums = (pair, unit, of) -> {};
  private PairMeasure also = PairMeasure.NONE;

  /** Computes the predictions of the model's task head; null if they are not asked for. */
  private TaskScores task;

  private int unknownId = -1;
  private int notFinite;

  /**
   * Creates a profiler that adds to a state.
   *
   * @param calibration the calibration of every unit of the state
   * @param batchTokens the greatest number of tokens per batch
   */
  public HeadProfiler(
      PairAnalysis analysis,
      AttentionRunner runner,
      Map<Unit, Calibration> calibration,
      int batchTokens,
      ExemplarLimits exemplars,
      RejectSink rejects,
      ProfileState state) {
    this.analysis = analysis;
    this.runner = runner;
    this.exemplars = exemplars;
    this.rejects = rejects;
    this.state = state;
    this.layout = state.layout();
    for (Unit unit : state.units()) {
      units.add(new UnitProfiler(unit, state.stats(unit), calibration.get(unit)));
    }
    this.relates = Arrays.asList(layout.families()).contains(Family.CONTENT);
    this.shuffled = new ShuffledPairs(analysis, state.relationRates());
    this.batches = new TokenBatches(batchTokens, runner, this::runBatch);
  }

  /**
   * Also passes the scores of each pair to a consumer, in the order in which the pairs were added.
   */
  public void scoresTo(String runId, Consumer<PairScore> sink) {
    scores = new PairScores(runId, layout, sink);
  }

  /** Takes the sums of a pair for one unit, which the next pair overwrites. */
  interface SumsSink {
    void take(SentencePair pair, Unit unit, PairSums of);
  }

  /** Also passes the sums of each pair to a consumer, in the order in which pairs were added. */
  void sumsTo(SumsSink sink) {
    sums = sink;
  }

  /**
   * Sets the model's task head, whose predictions stand beside the scores of each pair, and divide
   * the pairs if the state has strata by class. The runner must output states pooled by the head's
   * pooling. This method must be called before the first pair is added.
   */
  public void predictWith(TaskHead head) {
    task = new TaskScores(head);
  }

  /**
   * Sets another measure that reads the maps. This method must be called before the first pair is
   * added.
   */
  public void readAlso(PairMeasure measure) {
    also = measure;
  }

  /** Sets the id of the unknown token, whose occurrences are then counted. */
  public void unknownIs(int id) {
    unknownId = id;
  }

  /** Adds one pair. The pairs of a group must be consecutive. */
  public void add(SentencePair pair) {
    EncodedPair encoded;
    try {
      encoded = analysis.encode(pair);
    } catch (UncutSentenceException e) {
      rejects.reject(pair, RejectReason.NOT_TOKENIZED, e.getMessage());
      return;
    }
    int empty = emptySentence(encoded);
    if (empty >= 0) {
      String detail = "no token is left of sentence " + (empty == 0 ? "A" : "B");
      rejects.reject(pair, RejectReason.NO_CONTENT, detail);
      return;
    }
    try {
      also.check(encoded);
    } catch (UnfitPairException e) {
      rejects.reject(pair, e.reason(), e.getMessage());
      return;
    }
    batches.add(encoded);
  }

  /** Returns the first sentence that has no tokens, 0 or 1, or -1 if the pair can be profiled. */
  static int emptySentence(EncodedPair encoded) {
    int sentences = encoded.pair().sentenceB() == null ? 1 : 2;
    for (int segment = 0; segment < sentences; segment++) {
      if (!encoded.hasContent(segment)) {
        return segment;
      }
    }
    return -1;
  }

  /** Runs the last, incomplete batch. This method must be called once, after the last pair. */
  public void finish() {
    batches.finish();
    units.forEach(UnitProfiler::finish);
    also.finish();
  }

  /** Returns the number of pairs so far whose attention is not finite. */
  int notFinite() {
    return notFinite;
  }

  private void runBatch(List<EncodedPair> batch) {
    List<AnnotatedPair> annotated = new ArrayList<>();
    List<PairMeasure.Reading> readings = new ArrayList<>();
    for (EncodedPair encoded : batch) {
      annotated.add(new AnnotatedPair(encoded, analysis.relate(encoded)));
      readings.add(also.open(encoded));
    }
    for (UnitProfiler unit : units) {
      unit.start(annotated);
    }
    EqualPairs equal = new EqualPairs(batch);
    BatchPredictions predictions = new BatchPredictions(task, batch.size());
    double[] worstRowSums = new double[batch.size()];
    runner.run(
        equal.distinct(),
        new AttentionSink() {
          @Override
          public void accept(int input, int layer, AttentionMap map) {
            rows.read(equal.distinct().get(input), map);
            for (int pair : equal.of(input)) {
              worstRowSums[pair] = Math.max(worstRowSums[pair], rows.worstRowSum);
              for (UnitProfiler unit : units) {
                unit.score(pair, layer, map, rows);
              }
              readings.get(pair).read(layer, map);
            }
          }

          @Override
          public void acceptPooled(int input, float[] state) {
            predictions.take(equal.of(input), state);
          }
        });
    for (int i = 0; i < batch.size(); i++) {
      if (Double.isInfinite(worstRowSums[i])) {
        notFinite++;
        String detail = "some attention of the pair is not a finite number";
        rejects.reject(batch.get(i).pair(), RejectReason.ATTENTION_NOT_NORMALISED, detail);
      } else if (worstRowSums[i] > ROW_SUM_TOLERANCE) {
        String detail =
            String.format(Locale.ROOT, "a row of attention is off by %.3g", worstRowSums[i]);
        rejects.reject(batch.get(i).pair(), RejectReason.ATTENTION_NOT_NORMALISED, detail);
      } else if (!predictions.isFinite(i)) {
        notFinite++;
        String detail = "some output of the task head for the pair is not a finite number";
        rejects.reject(batch.get(i).pair(), RejectReason.ATTENTION_NOT_NORMALISED, detail);
      } else {
        take(annotated.get(i), i, readings.get(i), predictions);
      }
    }
  }

  private void take(
      AnnotatedPair annotated,
      int index,
      PairMeasure.Reading reading,
      BatchPredictions predictions) {
    EncodedPair encoded = annotated.encoded();
    state.count(encoded, unknownId);
    reading.keep();
    if (relates) {
      shuffled.add(encoded, annotated.relations());
    }
    int stratum = state.hasClasses() ? predictions.predicted(index) : -1;
    PairSums pair = units.get(0).fold(index, encoded, stratum);
    sums.take(encoded.pair(), Unit.TOKEN, pair);
    for (UnitProfiler unit : units.subList(1, units.size())) {
      sums.take(encoded.pair(), unit.unit(), unit.fold(index, encoded, stratum));
    }
    scores.take(encoded.pair().id(), pair, predictions.of(index));
    if (encoded.size() <= exemplars.maxTokens()) {
      offerExemplar(encoded.pair(), pair);
    }
  }

  private void offerExemplar(SentencePair pair, PairSums of) {
    for (int part = 0; part < layout.parts().size(); part++) {
      Layout.Part measured = layout.parts().get(part);
      if (!measured.headline() || of.queries[part] < exemplars.minQueries()) {
        continue;
      }
      for (int head = 0; head < layout.heads(); head++) {
        double whole =
            measured.family() == Family.CONTENT ? of.content.at(part, head) : of.queries[part];
        if (whole > 0) {
          double score = of.mass.at(part, head) / whole;
          state
              .exemplars()
              .offer(layout.slot(part, head), new ExemplarCandidates.Candidate(score, pair));
        }
      }
    }
  }
}
