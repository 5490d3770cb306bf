package io.sextant.job.stage;

import io.sextant.config.MlmSettings;
import io.sextant.job.executor.LoadedModel;
import io.sextant.job.executor.PredictionTask;
import io.sextant.job.executor.ScorableRows;
import io.sextant.job.executor.TaskSettings;
import io.sextant.job.row.HashedSample;
import io.sextant.job.row.InputRow;
import io.sextant.profile.prediction.PredictionProfiler;
import io.sextant.profile.prediction.PredictionScores;
import io.sextant.text.PairEncoder;
import io.sextant.text.SentencePair;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;

/**
 * Measures {@code predictive_mlm} on a sample, with one task for each pair. It first prints the
 * number of forward passes and, after the first pair, an estimate of the time. The sample and the
 * order of the scores depend on the input and the settings alone.
 */
public final class PredictionStage {
  private static final double SECONDS_AN_HOUR = 3600;
  private static final double NANOS_A_SECOND = 1e9;

  private final JavaSparkContext context;
  private final MlmSettings settings;
  private final PrintStream out;

  public PredictionStage(JavaSparkContext context, MlmSettings settings, PrintStream out) {
    this.context = context;
    this.settings = settings;
    this.out = out;
  }

  /** Returns the scores of the sample's pairs, without pairs that have no words to score. */
  public List<PredictionScores> run(JavaRDD<InputRow> rows, TaskSettings task) {
    context.setJobDescription("sextant: compare attention with the masked-LM head");
    Broadcast<TaskSettings> broadcast = context.broadcast(task);
    try {
      List<SentencePair> sample = sample(rows, broadcast);
      long[] passes = passes(sample, task);
      long all = 0;
      for (long of : passes) {
        all += of;
      }
      say("predictive_mlm: %,d forward passes for %,d pairs", all, sample.size());
      if (sample.isEmpty()) {
        return List.of();
      }
      List<PredictionTask.Timed> scored = new ArrayList<>(score(sample.subList(0, 1), broadcast));
      double rate = passes[0] / (scored.get(0).nanos() / NANOS_A_SECOND);
      int tasks = Math.min(context.defaultParallelism(), sample.size());
      say(
          "predictive_mlm: about %.2f hours at %.1f passes a second in each of %d tasks",
          (all - passes[0]) / (rate * tasks) / SECONDS_AN_HOUR, rate, tasks);
      scored.addAll(score(sample.subList(1, sample.size()), broadcast));
      return scored.stream().map(PredictionTask.Timed::scores).filter(Objects::nonNull).toList();
    } finally {
      broadcast.destroy();
    }
  }

  private List<SentencePair> sample(JavaRDD<InputRow> rows, Broadcast<TaskSettings> broadcast) {
    HashedSample.Fit fit = new ScorableRows(broadcast, settings.maxTokens());
    return HashedSample.draw(rows, "predictive_mlm", settings.pairs(), fit);
  }

  /** Returns the forward passes of each pair; 1 for a pair that cannot be encoded. */
  private static long[] passes(List<SentencePair> sample, TaskSettings task) {
    PairEncoder encoder = LoadedModel.of(task).encoder();
    return sample.stream()
        .mapToLong(pair -> encoder.encodeIfCut(pair).map(PredictionProfiler::passes).orElse(1L))
        .toArray();
  }

  private List<PredictionTask.Timed> score(
      List<SentencePair> pairs, Broadcast<TaskSettings> broadcast) {
    return pairs.isEmpty()
        ? List.of()
        : context
            .parallelize(pairs, pairs.size())
            .mapPartitions(new PredictionTask(broadcast))
            .collect();
  }

  private void say(String format, Object... numbers) {
    out.println(String.format(Locale.ROOT, format, numbers));
  }
}
