package io.sextant.job;

import io.sextant.attention.AttentionOutputs;
import io.sextant.attention.Backend;
import io.sextant.attention.Precision;
import io.sextant.bert.BertModel;
import io.sextant.bert.TaskHead;
import io.sextant.config.ProfileSettings;
import io.sextant.job.executor.TaskSettings;
import io.sextant.job.row.InputSummary;
import io.sextant.job.run.RunIdentity;
import io.sextant.job.stage.InstructionStage;
import io.sextant.linguistics.Language;
import io.sextant.profile.PredictedClasses;
import io.sextant.profile.exemplar.ExemplarLimits;
import io.sextant.profile.state.Unit;
import io.sextant.table.RunDirectory;
import io.sextant.table.RunManifest;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;

/** Settles what every task of a run needs to know. */
final class TaskPlan {
  private final JavaSparkContext context;
  private final ProfileSettings settings;

  TaskPlan(JavaSparkContext context, ProfileSettings settings) {
    this.context = context;
    this.settings = settings;
  }

  /**
   * Returns what every task needs to know.
   *
   * @param lease the token of the process that holds the folder; null if nothing is written
   * @param before the run that is resumed; null for a new one
   */
  TaskSettings of(
      BertModel model,
      InputSummary census,
      List<String> patterns,
      String lease,
      RunManifest before) {
    String backend = settings.attention().backend();
    boolean sameBackend = before != null && before.engine().backend().equals(backend);
    String isa =
        new InstructionStage(context, settings.attention())
            .settle(sameBackend ? before.engine().isa() : null);
    Precision precision =
        Backend.of(backend).settle(Precision.of(settings.attention().precision()), isa);
    String maskedLm = settings.mlm().pairs() == 0 ? null : model.maskedLm().fingerprint();
    List<String> classes = settings.byPrediction() ? PredictedClasses.require(model) : List.of();
    TaskHead taskHead = model.purpose().taskHead();
    boolean predicts = taskHead != null && (settings.pairScores() || settings.byPrediction());
    AttentionOutputs maps =
        settings.attention().norms() ? AttentionOutputs.NORMS : AttentionOutputs.WEIGHTS;
    String task = predicts ? taskHead.fingerprint() : null;
    TaskSettings.Engine engine =
        new TaskSettings.Engine(
            backend,
            isa,
            precision,
            settings.attention().maxTokens(),
            settings.attention().batchTokens(),
            predicts ? maps.withPooled(taskHead.pooling()) : maps);
    TaskSettings.Checkpoint checkpoint =
        new TaskSettings.Checkpoint(settings.model(), model.fingerprint(), maskedLm, task);
    String runId = RunIdentity.of(checkpoint, census.fingerprint(), engine.recorded(), settings);
    return new TaskSettings(
        new TaskSettings.Target(
            runId, RunIdentity.ofChunks(runId, census.placement()), lease, output()),
        checkpoint,
        engine,
        new Language(settings.linguistics().language()),
        settings.linguistics().maxMismatch(),
        new TaskSettings.Measures(
            patterns,
            Unit.named(settings.units()),
            classes,
            settings.pairScores(),
            settings.distances().rows(),
            settings.distances().kept(),
            settings.grades()),
        new ExemplarLimits(
            settings.exemplars().perHead(),
            settings.exemplars().maxTokens(),
            settings.exemplars().minQueries()));
  }

  /** Returns the address of the run directory, the same for every executor. */
  private String output() {
    return RunDirectory.at(settings.output().path(), context.hadoopConfiguration())
        .root()
        .toString();
  }
}
