package io.sextant.job.executor;

import io.sextant.attention.AttentionOutputs;
import io.sextant.attention.Precision;
import io.sextant.bert.BertConfig;
import io.sextant.linguistics.Language;
import io.sextant.pattern.AttentionPattern;
import io.sextant.pattern.Patterns;
import io.sextant.profile.ProfileState;
import io.sextant.profile.exemplar.ExemplarLimits;
import io.sextant.profile.state.Unit;
import io.sextant.table.RunManifest;
import java.io.Serializable;
import java.util.List;

/**
 * What every task of a run needs to know; sent to the executors.
 *
 * @param target the run that a task works for
 * @param language of the text
 * @param maxMismatch greatest part of a pair's annotated words that may not fit its text
 * @param exemplars which pairs are kept to be shown
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

  /** Threads of a task's kernels: tasks are the parallelism, and one thread sums in one order. */
  public static final int THREADS = 1;

  /**
   * The run that a task works for.
   *
   * @param identity what a chunk of the run carries
   * @param lease token of the holder of the run's folder; null where nothing is written
   * @param output the run directory
   */
  public record Target(String runId, String identity, String lease, String output)
      implements Serializable {}

  /**
   * The model.
   *
   * @param path of the checkpoint, on every executor
   * @param fingerprint what the checkpoint's fingerprint must be
   * @param maskedLmFingerprint what that of its masked-LM head must be; null where it is not used
   */
  public record Checkpoint(String path, String fingerprint, String maskedLmFingerprint)
      implements Serializable {}

  /**
   * What runs the model.
   *
   * @param isa instruction set of the backend's kernels, the same on every executor
   * @param maxTokens tokens that longer pairs are cut to; 0 for the model's longest input
   * @param batchTokens tokens that the model is run on at once
   * @param outputs what is read of the pairs that are profiled
   */
  public record Engine(
      String backend,
      String isa,
      Precision precision,
      int maxTokens,
      int batchTokens,
      AttentionOutputs outputs)
      implements Serializable {

    /** The engine as {@code run.json} records it. */
    public RunManifest.Engine recorded() {
      return new RunManifest.Engine(backend, precision.label(), isa, THREADS);
    }
  }

  /**
   * What is measured.
   *
   * @param patterns keys of the patterns
   * @param units what queries and keys are
   * @param pairScores whether every pair's own scores are written
   * @param distanceRows rows of each pair on which heads are compared
   */
  public record Measures(
      List<String> patterns, List<Unit> units, boolean pairScores, int distanceRows)
      implements Serializable {}

  public String runId() {
    return target.runId();
  }

  List<AttentionPattern> measured() {
    return measures.patterns().stream().map(Patterns::named).toList();
  }

  /** The state of no pairs. */
  public ProfileState emptyState(BertConfig config) {
    return ProfileState.empty(config, measured(), measures.units(), exemplars.perHead());
  }
}
