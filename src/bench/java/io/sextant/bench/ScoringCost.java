package io.sextant.bench;

import io.sextant.attention.AttentionModel;
import io.sextant.attention.AttentionOutputs;
import io.sextant.attention.AttentionRunner;
import io.sextant.bert.BertConfig;
import io.sextant.bert.BertModel;
import io.sextant.linguistics.EmbeddingNeighbours;
import io.sextant.linguistics.Language;
import io.sextant.linguistics.RelatedWords;
import io.sextant.linguistics.WordRelations;
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
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Measures the cost of all statistics in addition to the attention, on one thread: the bare runner,
 * without norms, is compared with a {@link HeadProfiler} with all patterns, nulls, tiers and norms
 * on the same pairs. Pairs are tokenized beforehand.
 */
final class ScoringCost {
  private static final int WARM_UP = 2;
  private static final int CALIBRATION_PAIRS = 32;

  private final BertModel bert;
  private final AttentionModel model;
  private final int rounds;

  ScoringCost(BertModel bert, AttentionModel model, int rounds) {
    this.bert = bert;
    this.model = model;
    this.rounds = rounds;
  }

  /**
   * Milliseconds of CPU time per pair.
   *
   * @param attention the bare runner
   * @param tokens the whole profiler, with scores between tokens
   * @param words the same, with scores between words too
   * @param tokensShare the time that the statistics add, divided by that of the attention
   * @param wordsShare the same, with scores between words too
   */
  record Result(
      Median attention, Median tokens, Median words, Median tokensShare, Median wordsShare)
      implements Finding {

    @Override
    public void print(PrintStream out) {
      out.printf("  attention alone             %7.2f ms a pair%n", attention.middle());
      print(out, "all statistics", tokens, tokensShare);
      print(out, "all, of words too", words, wordsShare);
    }

    private static void print(PrintStream out, String what, Median ms, Median share) {
      out.printf(
          "  with %-22s %7.2f ms a pair, %.1f %% on top (%.1f to %.1f)%n",
          what, ms.middle(), 100 * share.middle(), 100 * share.least(), 100 * share.greatest());
    }
  }

  Result run(PairSet set) {
    List<Double> attention = new ArrayList<>();
    List<Double> tokens = new ArrayList<>();
    List<Double> words = new ArrayList<>();
    List<Double> tokensShare = new ArrayList<>();
    List<Double> wordsShare = new ArrayList<>();
    RelatedWords related = new RelatedWords(Language.ENGLISH, new EmbeddingNeighbours(bert));
    List<Unit> both = List.of(Unit.TOKEN, Unit.WORD);
    try (AttentionRunner plain = model.newRunner();
        AttentionRunner normed = model.newRunner(AttentionOutputs.NORMS)) {
      Map<Unit, Calibration> calibration = calibrate(set.first(CALIBRATION_PAIRS), plain, both);
      for (int round = -WARM_UP; round < rounds; round++) {
        double bare = time(set, () -> plain.run(set.pairs(), (pair, layer, map) -> {}));
        double ofTokens =
            time(set, () -> profile(set, normed, related::in, calibration, List.of(Unit.TOKEN)));
        double ofWords = time(set, () -> profile(set, normed, related::in, calibration, both));
        if (round >= 0) {
          attention.add(bare);
          tokens.add(ofTokens);
          words.add(ofWords);
          tokensShare.add(ofTokens / bare - 1);
          wordsShare.add(ofWords / bare - 1);
        }
      }
    }
    return new Result(
        Median.of(attention),
        Median.of(tokens),
        Median.of(words),
        Median.of(tokensShare),
        Median.of(wordsShare));
  }

  private Map<Unit, Calibration> calibrate(
      PairSet sample, AttentionRunner runner, List<Unit> units) {
    BertConfig config = bert.config();
    return CalibrationSums.measure(
            pairs(sample), encoder(sample), runner, JobDefaults.BATCH_TOKENS, config, units)
        .calibrations();
  }

  private void profile(
      PairSet set,
      AttentionRunner runner,
      Function<EncodedPair, WordRelations> relations,
      Map<Unit, Calibration> calibration,
      List<Unit> units) {
    ProfileState state = ProfileState.empty(bert.config(), Patterns.all(), units, 3);
    HeadProfiler profiler =
        new HeadProfiler(
            PairAnalysis.of(encoder(set), relations),
            runner,
            calibration,
            JobDefaults.BATCH_TOKENS,
            new ExemplarLimits(3, 128, 1),
            (pair, reason, detail) -> {},
            state);
    pairs(set).forEach(profiler::add);
    profiler.finish();
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

  private static double time(PairSet set, Runnable lap) {
    long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    lap.run();
    long end = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    return (end - start) / 1e6 / set.pairs().size();
  }
}
