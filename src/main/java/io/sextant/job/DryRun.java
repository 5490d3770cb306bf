package io.sextant.job;

import io.sextant.attention.AttentionRunner;
import io.sextant.bert.BertConfig;
import io.sextant.fault.BadInputException;
import io.sextant.job.executor.LoadedModel;
import io.sextant.job.executor.TaskSettings;
import io.sextant.job.row.HashedSample;
import io.sextant.job.row.InputRow;
import io.sextant.linguistics.RelatedWords;
import io.sextant.profile.CalibrationSums;
import io.sextant.profile.HeadProfiler;
import io.sextant.profile.pair.Calibration;
import io.sextant.profile.pair.PairAnalysis;
import io.sextant.profile.state.Unit;
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
 * of it is profiled by one thread of the driver with all patterns and statistics.
 */
final class DryRun {
  private static final int SAMPLE = 512;
  private static final int WARM_UP = 16;
  private static final int TIMED = 64;

  private final TaskSettings task;

  DryRun(TaskSettings task) {
    this.task = task;
  }

  /**
   * Returns the estimate.
   *
   * @param count the number of rows of the input
   * @throws BadInputException if no row can be profiled
   */
  Estimate estimate(JavaRDD<InputRow> rows, long count) {
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
      List<SentencePair> warmUp = sample.subList(0, Math.min(WARM_UP, sample.size()));
      Map<Unit, Calibration> calibrations =
          CalibrationSums.measure(
                  warmUp,
                  encoder::encode,
                  runner,
                  task.engine().batchTokens(),
                  config,
                  task.measures().units())
              .calibrations();
      profile(warmUp, model, encoder, runner, calibrations);
      List<SentencePair> timed = sample.subList(0, Math.min(TIMED, sample.size()));
      long start = processorNanos();
      profile(timed, model, encoder, runner, calibrations);
      double seconds = (processorNanos() - start) / 1e9;
      return Estimate.of(config, count, tokens, timed.size(), seconds, task.engine().backend());
    }
  }

  private void profile(
      List<SentencePair> pairs,
      LoadedModel model,
      PairEncoder encoder,
      AttentionRunner runner,
      Map<Unit, Calibration> calibrations) {
    RelatedWords related = model.relatedWords();
    HeadProfiler profiler =
        new HeadProfiler(
            PairAnalysis.of(encoder::encode, related::in),
            runner,
            calibrations,
            task.engine().batchTokens(),
            task.exemplars(),
            (pair, reason, detail) -> {},
            task.emptyState(model.bert().config()));
    pairs.forEach(profiler::add);
    profiler.finish();
  }

  /** Returns the number of tokens of a pair; an empty stream if the pair would be rejected. */
  private static IntStream size(PairEncoder encoder, SentencePair pair) {
    return encoder
        .encodeIfCut(pair)
        .map(encoded -> IntStream.of(encoded.size()))
        .orElseGet(IntStream::empty);
  }

  private static long processorNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
