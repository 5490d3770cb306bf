package io.sextant.job.executor;

import io.sextant.attention.AttentionOutputs;
import io.sextant.attention.Precision;
import io.sextant.bert.BertConfig;
import io.sextant.bert.LayerWindows;
import io.sextant.config.Thresholds;
import io.sextant.job.chunk.ChunkStates;
import io.sextant.linguistics.Language;
import io.sextant.pattern.AttentionPattern;
import io.sextant.pattern.Patterns;
import io.sextant.profile.AttentionSample;
import io.sextant.profile.DistanceSums;
import io.sextant.profile.ProfileState;
import io.sextant.profile.effect.AnsweringHead;
import io.sextant.profile.exemplar.ExemplarLimits;
import io.sextant.profile.state.Unit;
import io.sextant.syntax.SyntaxState;
import io.sextant.table.HeadGrid;
import io.sextant.table.RunManifest;
import java.io.Serializable;
import java.util.List;

/**
 * The settings that every task of a run needs. They are sent to the executors.
 *
 * @param target the run to which the tasks belong
 * @param language the language of the text
 * @param maxMismatch the greatest part, 0 to 1, of a pair's annotated words that may not fit its
 *     text
 * @param exemplars the limits of the pairs that are shown as exemplars
 */
public record TaskSettings(
    Target target,
    Checkpoint checkpoint,
    Engine engine,
    Language language,
    double maxMismatch,
    Measures measures,
    ExemplarLimits exemplars)
    implements Serializable {

  /**
   * The threads of a task's kernels. Tasks run in parallel instead, and a single thread adds
   * numbers in a fixed order.
   */
  public static final int THREADS = 1;

  /**
   * The run to which the tasks belong.
   *
   * @param identity the identity that is written to the run's chunks
   * @param lease the token of the process that holds the run's folder; null if nothing is written
   * @param output the run directory
   */
  public record Target(String runId, String identity, String lease, String output)
      implements Serializable {}

  /**
   * The checkpoint of the model.
   *
   * @param path the address of the checkpoint, the same on every executor
   * @param fingerprint the fingerprint that the checkpoint must have
   * @param maskedLmFingerprint the fingerprint that the masked-LM head must have; null if it is not
   *     used
   * @param taskHeadFingerprint the fingerprint that the task head must have; null if it is not used
   */
  public record Checkpoint(
      String path, String fingerprint, String maskedLmFingerprint, String taskHeadFingerprint)
      implements Serializable {}

  /**
   * The settings of how the model runs.
   *
   * @param backend the name of the backend
   * @param isa the instruction set of the backend's kernels, the same on every executor
   * @param maxTokens the number of tokens to which longer pairs are truncated; 0 stands for the
   *     model's longest input
   * @param batchTokens the number of tokens that a batch aims at
   * @param outputs the outputs of the backend for the pairs that are profiled
   */
  public record Engine(
      String backend,
      String isa,
      Precision precision,
      int maxTokens,
      int batchTokens,
      AttentionOutputs outputs)
      implements Serializable {

    /** Returns the engine as {@code run.json} records it. */
    public RunManifest.Engine recorded() {
      return new RunManifest.Engine(backend, precision.label(), isa, THREADS);
    }
  }

  /**
   * The settings of what is measured.
   *
   * @param patterns the keys of the patterns
   * @param units the units of queries and keys
   * @param classes the labels of the classes by which the pairs are divided; empty if they are not
   * @param pairScores whether the scores of every pair are written
   * @param distanceRows the number of each pair's rows on which heads are compared
   * @param keptPairs the number of the pairs whose attention between words is kept
   * @param grades the thresholds of the grades
   */
  public record Measures(
      List<String> patterns,
      List<Unit> units,
      List<String> classes,
      boolean pairScores,
      int distanceRows,
      int keptPairs,
      Thresholds grades)
      implements Serializable {}

  /**
   * Returns these settings for tasks that write to another folder.
   *
   * @param lease the token of the process that holds the folder
   */
  public TaskSettings writingTo(String lease, String output) {
    Target other = new Target(target.runId(), target.identity(), lease, output);
    return new TaskSettings(other, checkpoint, engine, language, maxMismatch, measures, exemplars);
  }

  public String runId() {
    return target.runId();
  }

  /** Returns the same settings for tasks that ask a head of the checkpoint, and no other. */
  public TaskSettings asking(AnsweringHead head) {
    Checkpoint other =
        new Checkpoint(
            checkpoint.path(),
            checkpoint.fingerprint(),
            head.isMasked() ? head.fingerprint() : null,
            head.isMasked() ? null : head.fingerprint());
    return new TaskSettings(target, other, engine, language, maxMismatch, measures, exemplars);
  }

  List<AttentionPattern> measured() {
    return measures.patterns().stream().map(Patterns::named).toList();
  }

  /** Returns the statistics of no pairs. */
  public ProfileState emptyState(BertConfig model) {
    return ProfileState.empty(
        model, measured(), measures.units(), measures.classes(), exemplars.perHead());
  }

  /** Returns the states of no chunks. */
  public ChunkStates emptyStates(BertConfig model) {
    HeadGrid grid = new HeadGrid(model.layers(), model.heads());
    return new ChunkStates(
        emptyState(model),
        new SyntaxState(LayerWindows.of(model.design().windows()), model.heads()),
        DistanceSums.empty(grid),
        new AttentionSample(grid));
  }
}
