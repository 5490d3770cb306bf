package io.sextant.job.executor;

import io.sextant.attention.AttentionRunner;
import io.sextant.profile.CalibrationSums;
import io.sextant.text.PairEncoder;
import io.sextant.text.SentencePair;
import java.util.List;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.broadcast.Broadcast;

/** Measures a part of the calibration sample on an executor. */
public final class CalibrationTask implements Function<List<SentencePair>, CalibrationSums> {
  private static final long serialVersionUID = 1L;

  private final Broadcast<TaskSettings> settings;

  public CalibrationTask(Broadcast<TaskSettings> settings) {
    this.settings = settings;
  }

  @Override
  public CalibrationSums call(List<SentencePair> pairs) {
    return LoadedModel.reading(settings.value(), () -> measure(pairs));
  }

  private CalibrationSums measure(List<SentencePair> pairs) {
    TaskSettings task = settings.value();
    LoadedModel model = LoadedModel.of(task);
    PairEncoder encoder = model.encoder();
    try (AttentionRunner runner = model.newRunner()) {
      return CalibrationSums.measure(
          pairs,
          encoder::encode,
          runner,
          task.engine().batchTokens(),
          model.bert().config(),
          task.measures().units());
    }
  }
}
