package io.sextant.bench;

import io.sextant.attention.AttentionModel;
import io.sextant.attention.AttentionOutputs;
import io.sextant.attention.AttentionRunner;
import io.sextant.bert.BertModel;
import io.sextant.linguistics.EmbeddingNeighbours;
import io.sextant.linguistics.Language;
import io.sextant.linguistics.RelatedWords;
import io.sextant.pattern.Patterns;
import io.sextant.profile.CalibrationSums;
import io.sextant.profile.HeadProfiler;
import io.sextant.profile.ProfileState;
import io.sextant.profile.exemplar.ExemplarLimits;
import io.sextant.profile.pair.Calibration;
import io.sextant.profile.pair.PairAnalysis;
import io.sextant.profile.state.Unit;
import io.sextant.text.EncodedPair;
import io.sextant.text.SentencePair;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * One task that runs the model with norms and computes all statistics: every pattern, null and tier
 * of a {@link HeadProfiler}. Pairs are tokenized beforehand.
 */
final class WholeProfile implements AutoCloseable {
  private static final int CALIBRATION_PAIRS = 32;
  private static final int EXEMPLARS = 3;
  private static final int EXEMPLAR_TOKENS = 128;

  private final BertModel bert;
  private final AttentionRunner runner;
  private final RelatedWords related;
  private final Map<Unit, Calibration> calibration;

  /**
   * Creates a task.
   *
   * @param sample the pairs of which the first ones calibrate both units
   */
  WholeProfile(BertModel bert, AttentionModel model, PairSet sample) {
    this.bert = bert;
    runner = model.newRunner(AttentionOutputs.NORMS);
    related = new RelatedWords(Language.ENGLISH, new EmbeddingNeighbours(bert));
    PairSet first = sample.first(CALIBRATION_PAIRS);
    calibration =
        CalibrationSums.measure(
                pairs(first),
                encoder(first),
                runner,
                JobDefaults.BATCH_TOKENS,
                bert.config(),
                List.of(Unit.values()))
            .calibrations();
  }

  /** Profiles the pairs of a set, and returns their state. */
  ProfileState run(PairSet set, List<Unit> units) {
    ProfileState state = ProfileState.empty(bert.config(), Patterns.all(), units, EXEMPLARS);
    HeadProfiler profiler =
        new HeadProfiler(
            PairAnalysis.of(encoder(set), related::in),
            runner,
            calibration,
            JobDefaults.BATCH_TOKENS,
            new ExemplarLimits(EXEMPLARS, EXEMPLAR_TOKENS, 1),
            (pair, reason, detail) -> {},
            state);
    pairs(set).forEach(profiler::add);
    profiler.finish();
    return state;
  }

  private static List<SentencePair> pairs(PairSet set) {
    return set.pairs().stream().map(EncodedPair::pair).toList();
  }

  /**
   * Returns a function that looks up pairs that were encoded before; it does not encode other
   * pairs.
   */
  private static Function<SentencePair, EncodedPair> encoder(PairSet set) {
    Map<SentencePair, EncodedPair> encoded = new IdentityHashMap<>();
    set.pairs().forEach(pair -> encoded.put(pair.pair(), pair));
    return pair -> encoded.getOrDefault(pair, set.pairs().get(0));
  }

  @Override
  public void close() {
    runner.close();
  }
}
