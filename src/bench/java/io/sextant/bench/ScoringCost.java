package io.sextant.bench;

import io.sextant.attention.AttentionModel;
import io.sextant.attention.AttentionRunner;
import io.sextant.attention.Readout;
import io.sextant.bert.BertConfig;
import io.sextant.bert.BertModel;
import io.sextant.linguistics.EmbeddingNeighbours;
import io.sextant.linguistics.Language;
import io.sextant.linguistics.RelatedWords;
import io.sextant.pattern.Patterns;
import io.sextant.profile.Calibration;
import io.sextant.profile.CalibrationSums;
import io.sextant.profile.ExemplarLimits;
import io.sextant.profile.HeadProfiler;
import io.sextant.profile.Level;
import io.sextant.profile.ProfileState;
import io.sextant.text.EncodedPair;
import io.sextant.text.SentencePair;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What all statistics cost on top of the attention, one thread: the bare runner, which reads no
 * norms, beside a {@link HeadProfiler} with every pattern, null, tier and norm on the same pairs.
 * Pairs are cut into pieces beforehand.
 */
final class ScoringCost {
  private static final int BATCH_PIECES = 2048;
  private static final int CALIBRATION_PAIRS = 32;

  private final BertModel bert;
  private final AttentionModel model;
  private final List<Level> levels;
  private final int rounds;

  ScoringCost(BertModel bert, AttentionModel model, List<Level> levels, int rounds) {
    this.bert = bert;
    this.model = model;
    this.levels = levels;
    this.rounds = rounds;
  }

  /**
   * Milliseconds of processor time a pair.
   *
   * @param attention the bare runner
   * @param norms what reading norms adds
   * @param relations relating the words of a pair
   * @param all the whole profiler
   * @param share what the statistics add, over the attention
   */
  record Result(Median attention, Median norms, Median relations, Median all, Median share) {}

  Result run(PairSet set) {
    List<Double> attention = new ArrayList<>();
    List<Double> norms = new ArrayList<>();
    List<Double> relations = new ArrayList<>();
    List<Double> all = new ArrayList<>();
    List<Double> share = new ArrayList<>();
    RelatedWords related =
        new RelatedWords(Language.ENGLISH, new EmbeddingNeighbours(bert));
    try (AttentionRunner plain = model.newRunner();
        AttentionRunner normed = model.newRunner(Readout.NORMS)) {
      Map<Level, Calibration> calibration = calibrate(set.first(CALIBRATION_PAIRS), plain);
      for (int round = -1; round < rounds; round++) {
        double bare = time(set, () -> plain.run(set.pairs(), (pair, layer, map) -> {}));
        double read = time(set, () -> normed.run(set.pairs(), (pair, layer, map) -> {}));
        double relating = time(set, () -> set.pairs().forEach(related::in));
        double whole = time(set, () -> profile(set, normed, related::in, calibration));
        if (round >= 0) {
          attention.add(bare);
          norms.add(read - bare);
          relations.add(relating);
          all.add(whole);
          share.add(whole / bare - 1);
        }
      }
    }
    return new Result(
        Median.of(attention),
        Median.of(norms),
        Median.of(relations),
        Median.of(all),
        Median.of(share));
  }

  private Map<Level, Calibration> calibrate(PairSet sample, AttentionRunner runner) {
    BertConfig config = bert.config();
    return CalibrationSums.measure(
            pairs(sample), encoder(sample), runner, BATCH_PIECES, config, levels)
        .calibrations();
  }

  private void profile(
      PairSet set,
      AttentionRunner runner,
      Function<EncodedPair, io.sextant.linguistics.WordRelations> relations,
      Map<Level, Calibration> calibration) {
    ProfileState state = ProfileState.empty(bert.config(), Patterns.all(), levels, 3);
    HeadProfiler profiler =
        new HeadProfiler(
            encoder(set),
            relations,
            runner,
            calibration,
            BATCH_PIECES,
            new ExemplarLimits(3, 128, 1),
            (pair, reason, detail) -> {},
            state);
    pairs(set).forEach(profiler::add);
    profiler.finish();
  }

  private static List<SentencePair> pairs(PairSet set) {
    return set.pairs().stream().map(EncodedPair::pair).toList();
  }

  /** Gives what was encoded before; other pairs, which are no part of the cost, have no use here. */
  private static Function<SentencePair, EncodedPair> encoder(PairSet set) {
    Map<SentencePair, EncodedPair> encoded = new IdentityHashMap<>();
    set.pairs().forEach(pair -> encoded.put(pair.pair(), pair));
    return pair -> encoded.getOrDefault(pair, set.pairs().get(0));
  }

  private static double time(PairSet set, Runnable lap) {
    long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    lap.run();
    long end = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    return (end - start) / 1e6 / set.pairs().size();
  }
}
