package io.sextant.job;

import io.sextant.attention.AttentionRunner;
import io.sextant.bert.BertConfig;
import io.sextant.config.EffectSettings;
import io.sextant.config.ProfileSettings;
import io.sextant.fault.BadInputException;
import io.sextant.job.executor.LoadedModel;
import io.sextant.job.executor.TaskSettings;
import io.sextant.job.row.HashedSample;
import io.sextant.job.row.InputRow;
import io.sextant.linguistics.RelatedWords;
import io.sextant.profile.CalibrationSums;
import io.sextant.profile.HeadProfiler;
import io.sextant.profile.HeadTables;
import io.sextant.profile.ProfileState;
import io.sextant.profile.effect.EffectPlan;
import io.sextant.profile.pair.Calibration;
import io.sextant.profile.pair.PairAnalysis;
import io.sextant.profile.state.Unit;
import io.sextant.table.HeadGrid;
import io.sextant.table.row.HeadPattern;
import io.sextant.text.PairEncoder;
import io.sextant.text.SentencePair;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;

/**
 * Estimates what a run would take. A sample of the pairs, drawn by a hash, is tokenized, and a part
 * of it is profiled by one thread of the driver with all patterns and statistics. What a run does
 * once, whatever the number of its pairs, is done and timed too, but for the writing of files.
 */
final class DryRun {
  private static final int SAMPLE = 512;
  private static final int WARM_UP = 16;
  private static final int TIMED = 64;

  private final TaskSettings task;
  private final ProfileSettings settings;

  DryRun(TaskSettings task, ProfileSettings settings) {
    this.task = task;
    this.settings = settings;
  }

  /**
   * Returns the estimate.
   *
   * @param count the number of rows of the input
   * @param start the wall seconds from the start of the process until it read the input
   * @param input the wall seconds of reading the input and of counting its words
   * @throws BadInputException if no row can be profiled
   */
  Estimate estimate(JavaRDD<InputRow> rows, long count, double start, double input) {
    List<SentencePair> sample =
        HashedSample.parts(rows, "dry run", SAMPLE).stream().flatMap(List::stream).toList();
    if (sample.isEmpty()) {
      throw new BadInputException(
          String.format(Locale.ROOT, "none of the %,d rows can be profiled", count));
    }
    LoadedModel model = LoadedModel.of(task);
    BertConfig config = model.bert().config();
    PairEncoder encoder = model.encoder();
    try (AttentionRunner runner = model.newRunner(task.engine().outputs())) {
      int[] tokens = sample.stream().flatMapToInt(pair -> size(encoder, pair)).toArray();
      long begin = processorNanos();
      int calibrating = Math.min(settings.calibration().pairs(), sample.size());
      Map<Unit, Calibration> calibrations =
          CalibrationSums.measure(
                  sample.subList(0, calibrating),
                  encoder::encode,
                  runner,
                  task.engine().batchTokens(),
                  config,
                  task.measures().units())
              .calibrations();
      double calibration = since(begin);
      List<SentencePair> warmUp = sample.subList(0, Math.min(WARM_UP, sample.size()));
      begin = processorNanos();
      profile(warmUp, model, encoder, runner, calibrations);
      double cold = since(begin);
      List<SentencePair> timed = sample.subList(0, Math.min(TIMED, sample.size()));
      begin = processorNanos();
      ProfileState state = profile(timed, model, encoder, runner, calibrations);
      double seconds = since(begin);
      double warm = seconds * warmUp.size() / timed.size();
      begin = processorNanos();
      makeTables(state);
      Estimate.Once once =
          new Estimate.Once(
              start,
              input,
              calibration + Math.max(0, cold - warm),
              since(begin),
              effectPasses(state, config) * seconds / timed.size());
      return Estimate.of(
          config,
          count,
          tokens,
          new Estimate.Timed(timed.size(), seconds),
          once,
          task.engine().backend(),
          rows.context().defaultParallelism());
    }
  }

  /** Makes the rows of a run's tables. */
  private void makeTables(ProfileState state) {
    for (Unit unit : state.units()) {
      HeadTables tables = state.tables(unit, task.runId(), settings.grades());
      tables.patterns();
      tables.offsets();
      tables.stability();
      tables.sensitivity();
    }
  }

  /**
   * Returns the forward passes for the effects of heads, with the labels that the timed pairs
   * suggest.
   */
  private double effectPasses(ProfileState state, BertConfig config) {
    EffectSettings effects = settings.effects();
    if (!effects.asked()) {
      return 0;
    }
    HeadGrid grid = new HeadGrid(config.layers(), config.heads());
    List<HeadPattern> labels =
        state.tables(Unit.TOKEN, task.runId(), settings.grades().ofAnySample()).patterns().stream()
            .filter(EffectPlan::isLabel)
            .toList();
    return effects.pairs() * EffectPlan.of(grid, labels, effects.heads()).passes();
  }

  private ProfileState profile(
      List<SentencePair> pairs,
      LoadedModel model,
      PairEncoder encoder,
      AttentionRunner runner,
      Map<Unit, Calibration> calibrations) {
    RelatedWords related = model.relatedWords();
    ProfileState state = task.emptyState(model.bert().config());
    HeadProfiler profiler =
        new HeadProfiler(
            PairAnalysis.of(encoder::encode, related::in),
            runner,
            calibrations,
            task.engine().batchTokens(),
            task.exemplars(),
            (pair, reason, detail) -> {},
            state);
    pairs.forEach(profiler::add);
    profiler.finish();
    return state;
  }

  /** Returns the number of tokens of a pair; an empty stream if the pair would be rejected. */
  private static IntStream size(PairEncoder encoder, SentencePair pair) {
    return encoder
        .encodeIfCut(pair)
        .map(encoded -> IntStream.of(encoded.size()))
        .orElseGet(IntStream::empty);
  }

  private static double since(long begin) {
    return (processorNanos() - begin) / 1e9;
  }

  private static long processorNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
