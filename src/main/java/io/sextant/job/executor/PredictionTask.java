package io.sextant.job.executor;

import io.sextant.attention.AttentionRunner;
import io.sextant.attention.HiddenStatesRunner;
import io.sextant.profile.prediction.ConditionalPmi;
import io.sextant.profile.prediction.PredictionProfiler;
import io.sextant.profile.prediction.PredictionScores;
import io.sextant.text.PairEncoder;
import io.sextant.text.SentencePair;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;

/** Scores a part of the sample for {@code predictive_mlm} on an executor. */
public final class PredictionTask
    implements FlatMapFunction<Iterator<SentencePair>, PredictionTask.Timed> {
  private static final long serialVersionUID = 1L;

  /**
   * The scores of a pair and the time that they took.
   *
   * @param scores null if the pair has no words to score
   * @param nanos the wall time in nanoseconds
   */
  public record Timed(PredictionScores scores, long nanos) implements java.io.Serializable {}

  private final Broadcast<TaskSettings> settings;

  public PredictionTask(Broadcast<TaskSettings> settings) {
    this.settings = settings;
  }

  @Override
  public Iterator<Timed> call(Iterator<SentencePair> pairs) {
    return LoadedModel.reading(settings.value(), () -> score(pairs));
  }

  private Iterator<Timed> score(Iterator<SentencePair> pairs) {
    TaskSettings task = settings.value();
    LoadedModel model = LoadedModel.of(task);
    List<Timed> scored = new ArrayList<>();
    PairEncoder encoder = model.encoder();
    try (AttentionRunner runner = model.newRunner();
        HiddenStatesRunner states = model.newHiddenStatesRunner()) {
      ConditionalPmi predictions =
          new ConditionalPmi(model.bert(), states, task.engine().batchTokens());
      PredictionProfiler profiler =
          new PredictionProfiler(
              runner, predictions, model.relatedWords()::in, model.bert().config());
      while (pairs.hasNext()) {
        long start = System.nanoTime();
        PredictionScores scores =
            encoder.encodeIfCut(pairs.next()).flatMap(profiler::score).orElse(null);
        scored.add(new Timed(scores, System.nanoTime() - start));
      }
    }
    return scored.iterator();
  }
}
