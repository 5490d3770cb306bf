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
  private final boolean keeps;

  /**
   * Creates the task.
   *
   * @param keeps whether the attention of the pairs is kept for the chunks: see {@link
   *     CalibratedAttention}
   */
  public CalibrationTask(Broadcast<TaskSettings> settings, boolean keeps) {
    this.settings = settings;
    this.keeps = keeps;
  }

  @Override
  public CalibrationSums call(List<SentencePair> pairs) {
    return LoadedModel.reading(settings.value(), () -> measure(pairs));
  }

  private CalibrationSums measure(List<SentencePair> pairs) {
    TaskSettings task = settings.value();
    LoadedModel model = LoadedModel.of(task);
    PairEncoder encoder = model.encoder();
    try (AttentionRunner runner =
        keeps
            ? CalibratedAttention.of(task).keeping(model.newRunner(task.engine().outputs()))
            : model.newRunner()) {
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
