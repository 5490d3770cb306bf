package io.sextant.profile;

import io.sextant.attention.AttentionRunner;
import io.sextant.linguistics.WordRelations;
import io.sextant.pattern.AnnotatedPair;
import io.sextant.pattern.Family;
import io.sextant.table.RejectReason;
import io.sextant.text.EncodedPair;
import io.sextant.text.SentencePair;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * Runs pairs through the model and folds what their maps show into a {@link ProfileState}. One per
 * task and state; not thread-safe. The state depends on the order of the pairs in its last bits,
 * and in what {@link ShuffledPairs} draws, and not at all on how they are batched.
 */
public final class HeadProfiler {
  /** Farther from 1 than this no row of attention may sum. */
  private static final double ROW_SUM_TOLERANCE = 1e-4;

  private final Function<SentencePair, EncodedPair> encoder;
  private final Function<EncodedPair, WordRelations> relations;
  private final AttentionRunner runner;
  private final ExemplarLimits exemplars;
  private final RejectSink rejects;
  private final ProfileState state;
  private final Layout layout;
  private final Calibration calibration;
  private final HeadScorer scorer;
  private final UnitFold fold;

  /** Whether any pattern asks how words are related. */
  private final boolean relates;

  private final ShuffledPairs shuffled;
  private final TokenBatches batches;

  /** By index in the batch; reused from batch to batch. */
  private final List<PairSums> sums = new ArrayList<>();

  /**
   * A profiler that adds to a state.
   *
   * @param batchTokens word pieces per batch
   */
  public HeadProfiler(
      Function<SentencePair, EncodedPair> encoder,
      Function<EncodedPair, WordRelations> relations,
      AttentionRunner runner,
      Calibration calibration,
      int batchTokens,
      ExemplarLimits exemplars,
      RejectSink rejects,
      ProfileState state) {
    this.encoder = encoder;
    this.relations = relations;
    this.runner = runner;
    this.exemplars = exemplars;
    this.rejects = rejects;
    this.state = state;
    this.layout = state.layout();
    this.calibration = calibration;
    this.scorer = new HeadScorer(layout, calibration);
    this.fold = new UnitFold(state.stats());
    this.relates = Arrays.asList(layout.families()).contains(Family.CONTENT);
    this.shuffled = new ShuffledPairs(encoder, relations, state.relationRates());
    this.batches = new TokenBatches(batchTokens, this::runBatch);
  }

  /** Takes one pair; pairs of one group must come one after the other. */
  public void add(SentencePair pair) {
    EncodedPair encoded = encoder.apply(pair);
    int empty = emptySentence(encoded);
    if (empty >= 0) {
      String detail = "no word piece is left of sentence " + (empty == 0 ? "A" : "B");
      rejects.reject(pair, RejectReason.NO_CONTENT, detail);
      return;
    }
    batches.add(encoded);
  }

  /** The first sentence that no word piece is left of, 0 or 1; -1 if the pair can be profiled. */
  static int emptySentence(EncodedPair encoded) {
    int sentences = encoded.pair().sentenceB() == null ? 1 : 2;
    for (int segment = 0; segment < sentences; segment++) {
      if (!encoded.hasContent(segment)) {
        return segment;
      }
    }
    return -1;
  }

  /** Runs what is left; to be called once, after the last pair. */
  public void finish() {
    batches.finish();
    fold.finish();
  }

  private void runBatch(List<EncodedPair> batch) {
    PairTargets[] targets = new PairTargets[batch.size()];
    WordRelations[] related = new WordRelations[batch.size()];
    for (int i = 0; i < targets.length; i++) {
      EncodedPair encoded = batch.get(i);
      related[i] = relations.apply(encoded);
      AnnotatedPair annotated = new AnnotatedPair(encoded, related[i]);
      targets[i] = new PairTargets(annotated, layout, calibration);
      if (i == sums.size()) {
        sums.add(new PairSums(layout));
      }
      sums.get(i).start(targets[i]);
      scorer.start(targets[i], sums.get(i));
    }
    runner.run(
        batch, (pair, layer, map) -> scorer.score(targets[pair], layer, map, sums.get(pair)));
    for (int i = 0; i < targets.length; i++) {
      take(batch.get(i), related[i], sums.get(i));
    }
  }

  private void take(EncodedPair encoded, WordRelations related, PairSums pair) {
    if (pair.worstRowSum > ROW_SUM_TOLERANCE) {
      String detail =
          String.format(Locale.ROOT, "a row of attention is off by %.3g", pair.worstRowSum);
      rejects.reject(encoded.pair(), RejectReason.ATTENTION_NOT_NORMALISED, detail);
      return;
    }
    state.count(encoded.truncated());
    if (relates) {
      shuffled.add(encoded, related);
    }
    fold.add(pair, Strata.of(encoded), encoded.pair().group());
    if (encoded.size() <= exemplars.maxPieces()) {
      offerExemplar(encoded.pair(), pair);
    }
  }

  private void offerExemplar(SentencePair pair, PairSums of) {
    for (int part = 0; part < layout.parts().size(); part++) {
      Layout.Part measured = layout.parts().get(part);
      if (!measured.headline() || of.queries[part] < exemplars.minQueries()) {
        continue;
      }
      for (int slot = part * layout.heads(); slot < (part + 1) * layout.heads(); slot++) {
        double out = measured.family() == Family.CONTENT ? of.content[slot] : of.queries[part];
        if (out > 0) {
          state
              .exemplars()
              .offer(slot, new ExemplarCandidates.Candidate(of.mass[slot] / out, pair));
        }
      }
    }
  }
}
