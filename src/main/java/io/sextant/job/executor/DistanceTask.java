package io.sextant.job.executor;

import io.sextant.attention.AttentionRunner;
import io.sextant.profile.DistanceSums;
import io.sextant.text.PairEncoder;
import io.sextant.text.SentencePair;
import java.util.List;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.broadcast.Broadcast;

/** Compares the heads on a part of the sample, on an executor. */
public final class DistanceTask implements Function<List<SentencePair>, DistanceSums> {
  private static final long serialVersionUID = 1L;

  private final Broadcast<TaskSettings> settings;

  public DistanceTask(Broadcast<TaskSettings> settings) {
    this.settings = settings;
  }

  @Override
  public DistanceSums call(List<SentencePair> pairs) {
    return LoadedModel.reading(settings.value(), () -> measure(pairs));
  }

  private DistanceSums measure(List<SentencePair> pairs) {
    TaskSettings task = settings.value();
    LoadedModel model = LoadedModel.of(task);
    PairEncoder encoder = model.encoder();
    try (AttentionRunner runner = model.newRunner()) {
      return DistanceSums.measure(
          pairs,
          encoder::encode,
          runner,
          task.engine().batchTokens(),
          task.measures().distanceRows(),
          model.bert().config());
    }
  }
}
