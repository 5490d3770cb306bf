package io.sextant.bench;

import io.sextant.attention.AttentionRunner;
import io.sextant.bert.BertModel;
import io.sextant.linguistics.EmbeddingNeighbours;
import io.sextant.linguistics.Language;
import io.sextant.linguistics.RelatedWords;
import io.sextant.pattern.Patterns;
import io.sextant.profile.CalibrationSums;
import io.sextant.profile.HeadProfiler;
import io.sextant.profile.HeadTables;
import io.sextant.profile.ProfileState;
import io.sextant.profile.exemplar.ExemplarLimits;
import io.sextant.profile.pair.Calibration;
import io.sextant.profile.pair.PairAnalysis;
import io.sextant.profile.state.Unit;
import io.sextant.text.PairEncoder;
import io.sextant.text.SentencePair;
import java.util.List;
import java.util.Map;

/**
 * Computes the job's tables for a few pairs from any runner's maps. Words are related as in the
 * job, but no corpus is counted, so {@code predictive_cooccurrence} has no rows.
 */
final class PairProfile {
  private static final List<Unit> TOKENS = List.of(Unit.TOKEN);

  private final BertModel bert;
  private final List<SentencePair> pairs;
  private final RelatedWords related;
  private final Map<Unit, Calibration> calibrations;

  /** Calibrates once for all runners, on the same pairs. */
  PairProfile(BertModel bert, List<SentencePair> pairs, AttentionRunner calibrator) {
    this.bert = bert;
    this.pairs = pairs;
    related = new RelatedWords(Language.ENGLISH, new EmbeddingNeighbours(bert));
    try (PairEncoder encoder = newEncoder()) {
      calibrations =
          CalibrationSums.measure(
                  pairs,
                  encoder::encode,
                  calibrator,
                  JobDefaults.BATCH_TOKENS,
                  bert.config(),
                  TOKENS)
              .calibrations();
    }
  }

  HeadTables tables(AttentionRunner runner) {
    ProfileState state = ProfileState.empty(bert.config(), Patterns.all(), TOKENS, 0);
    try (PairEncoder encoder = newEncoder()) {
      HeadProfiler profiler =
          new HeadProfiler(
              PairAnalysis.of(encoder::encode, related::in),
              runner,
              calibrations,
              JobDefaults.BATCH_TOKENS,
              new ExemplarLimits(0, 0, 1),
              (pair, reason, detail) -> {
                throw new IllegalStateException(pair.id() + " is rejected: " + detail);
              },
              state);
      pairs.forEach(profiler::add);
      profiler.finish();
    }
    return state.tables("benchmark", JobDefaults.SETTINGS.grades());
  }

  private PairEncoder newEncoder() {
    return new PairEncoder(bert, bert.config().positions());
  }
}
