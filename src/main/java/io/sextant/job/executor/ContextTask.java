package io.sextant.job.executor;

import io.sextant.attention.edit.ContextSums;
import io.sextant.attention.edit.EditRunner;
import io.sextant.bert.BertConfig;
import io.sextant.text.PairEncoder;
import io.sextant.text.SentencePair;
import java.util.List;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.broadcast.Broadcast;

/** Adds the contexts of all heads over a part of the sample, on an executor. */
public final class ContextTask implements Function<EffectTask.Part, ContextSums> {
  private static final long serialVersionUID = 1L;

  private final Broadcast<TaskSettings> settings;

  public ContextTask(Broadcast<TaskSettings> settings) {
    this.settings = settings;
  }

  @Override
  public ContextSums call(EffectTask.Part part) {
    return LoadedModel.reading(settings.value(), () -> measure(part.pairs()));
  }

  private ContextSums measure(List<SentencePair> pairs) {
    LoadedModel model = LoadedModel.of(settings.value());
    PairEncoder encoder = model.encoder();
    BertConfig config = model.bert().config();
    ContextSums sums = new ContextSums(config.layers(), config.hidden());
    try (EditRunner runner = model.newEditRunner()) {
      runner.addContexts(pairs.stream().map(encoder::encode).toList(), sums);
    }
    return sums;
  }
}
