package io.sextant.job.executor;

import io.sextant.attention.AttentionModel;
import io.sextant.attention.AttentionOutputs;
import io.sextant.attention.AttentionRunner;
import io.sextant.attention.Backend;
import io.sextant.bert.BertConfig;
import io.sextant.bert.BertModel;
import io.sextant.linguistics.Cooccurrences;
import io.sextant.profile.HeadProfiler;
import io.sextant.profile.ProfileState;
import io.sextant.profile.exemplar.ExemplarLimits;
import io.sextant.profile.pair.Calibration;
import io.sextant.profile.state.Unit;
import io.sextant.profile.untrained.UntrainedScores;
import io.sextant.profile.untrained.UntrainedWeights;
import io.sextant.table.HeadGrid;
import io.sextant.table.row.HeadPattern;
import io.sextant.text.SentencePair;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.broadcast.Broadcast;

/**
 * Measures the heads of one untrained model on the sample, on an executor. Tokens, words and their
 * relations are those of the trained model, and the weights are drawn here from a seed. The model
 * is closed when the sample has run, so that a task holds one at a time.
 */
public final class UntrainedTask implements Function<Long, UntrainedScores> {
  private static final long serialVersionUID = 1L;

  private final Broadcast<TaskSettings> settings;
  private final Broadcast<Cooccurrences> cooccurrences;
  private final Broadcast<List<SentencePair>> sample;

  public UntrainedTask(
      Broadcast<TaskSettings> settings,
      Broadcast<Cooccurrences> cooccurrences,
      Broadcast<List<SentencePair>> sample) {
    this.settings = settings;
    this.cooccurrences = cooccurrences;
    this.sample = sample;
  }

  @Override
  public UntrainedScores call(Long seed) {
    return LoadedModel.reading(settings.value(), () -> measure(seed));
  }

  private UntrainedScores measure(long seed) {
    TaskSettings task = settings.value();
    LoadedModel trained = LoadedModel.of(task);
    try (AttentionModel model = open(task, seed);
        AttentionRunner runner = model.newRunner(AttentionOutputs.WEIGHTS)) {
      return UntrainedScores.of(patterns(trained, runner));
    }
  }

  /** Draws an untrained model of the run's configuration, which the caller closes. */
  public static AttentionModel open(TaskSettings task, long seed) {
    BertModel drawn = UntrainedWeights.like(LoadedModel.of(task).bert(), seed);
    Backend backend = Backend.of(task.engine().backend());
    backend.useIsa(task.engine().isa());
    return backend.open(drawn, task.engine().precision());
  }

  private List<HeadPattern> patterns(LoadedModel trained, AttentionRunner runner) {
    TaskSettings task = settings.value();
    BertConfig config = trained.bert().config();
    List<Unit> units = task.measures().units();
    ProfileState state = ProfileState.empty(config, task.measured(), units, 0);
    HeadProfiler profiler =
        new HeadProfiler(
            new ChunkAnalysis(trained.encoder(), trained.relatedWords(), cooccurrences.value()),
            runner,
            Calibration.flat(new HeadGrid(config.layers(), config.heads()).heads(), units),
            task.engine().batchTokens(),
            new ExemplarLimits(0, 0, 1),
            (pair, reason, detail) -> {},
            state);
    sample.value().forEach(profiler::add);
    profiler.finish();
    List<HeadPattern> rows = new ArrayList<>();
    for (Unit unit : state.units()) {
      rows.addAll(state.tables(unit, task.runId(), task.measures().grades()).patterns());
    }
    return rows;
  }
}
