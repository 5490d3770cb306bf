package io.sextant.job.stage;

import io.sextant.config.UntrainedSettings;
import io.sextant.job.executor.TaskSettings;
import io.sextant.job.executor.UntrainedTask;
import io.sextant.job.row.HashedSample;
import io.sextant.job.row.InputRow;
import io.sextant.linguistics.Cooccurrences;
import io.sextant.math.SplitMix;
import io.sextant.profile.untrained.UntrainedScores;
import io.sextant.text.SentencePair;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;

/**
 * Measures untrained models on a {@link HashedSample} of the pairs, with one task for each model.
 * It first prints what it costs. The scores depend on the input and the settings alone.
 */
public final class UntrainedStage {
  private final JavaSparkContext context;
  private final UntrainedSettings settings;
  private final PrintStream out;

  public UntrainedStage(JavaSparkContext context, UntrainedSettings settings, PrintStream out) {
    this.context = context;
    this.settings = settings;
    this.out = out;
  }

  /** Returns the scores of all models; no scores if there are no models or no pairs. */
  public UntrainedScores run(
      JavaRDD<InputRow> rows, TaskSettings task, Cooccurrences cooccurrences) {
    UntrainedScores scores = UntrainedScores.none();
    if (settings.models() == 0) {
      return scores;
    }
    context.setJobDescription("sextant: measure " + settings.models() + " untrained models");
    List<SentencePair> pairs = HashedSample.draw(rows, "untrained", settings.pairs());
    out.println(
        String.format(
            Locale.ROOT,
            "null models: %d untrained of %,d pairs each, which cost as much as profiling %,d"
                + " pairs",
            settings.models(),
            pairs.size(),
            (long) settings.models() * pairs.size()));
    Broadcast<TaskSettings> broadcast = context.broadcast(task);
    Broadcast<Cooccurrences> words = context.broadcast(cooccurrences);
    Broadcast<List<SentencePair>> sample = context.broadcast(pairs);
    try {
      context
          .parallelize(seeds(), settings.models())
          .map(new UntrainedTask(broadcast, words, sample))
          .collect()
          .forEach(scores::merge);
    } finally {
      sample.destroy();
      words.destroy();
      broadcast.destroy();
    }
    return scores;
  }

  /** Returns a seed for each model. */
  private List<Long> seeds() {
    return LongStream.range(0, settings.models())
        .map(model -> SplitMix.step(settings.seed(), model))
        .boxed()
        .toList();
  }
}
