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
 * @param identity what a chunk of the run carries
 * @param lease token of the holder of the run's folder; null where nothing is written
 * @param model path of the checkpoint, on every executor
 * @param fingerprint what the checkpoint's fingerprint must be
 * @param maskedLmFingerprint what that of its masked-LM head must be; null where it is not used
 * @param output the run directory
 * @param isa instruction set of the backend's kernels, the same on every executor
 * @param outputs what is read of the pairs that are profiled
 * @param maxMismatch greatest part of a pair's annotated words that may not fit its text
 * @param patterns keys of the patterns to measure
 * @param pairScores whether to write every pair's own scores
 * @param distanceRows rows of each pair on which heads are compared
 */
public record TaskSettings(
    String runId,
    String identity,
    String lease,
    String model,
    String fingerprint,
    String maskedLmFingerprint,
    String output,
    String backend,
    String isa,
    Precision precision,
    int maxTokens,
    int batchTokens,
    AttentionOutputs outputs,
    Language language,
    double maxMismatch,
    List<String> patterns,
    List<Unit> units,
    boolean pairScores,
    int exemplarsPerHead,
    int exemplarTokens,
    int exemplarQueries,
    int distanceRows)
    implements Serializable {

  /** Threads of a task's kernels: tasks are the parallelism, and one thread sums in one order. */
  public static final int THREADS = 1;

  /** The engine as {@code run.json} records it. */
  public RunManifest.Engine engine() {
    return new RunManifest.Engine(backend, precision.label(), isa, THREADS);
  }

  List<AttentionPattern> measured() {
    return patterns.stream().map(Patterns::named).toList();
  }

  /** The state of no pairs. */
  public ProfileState emptyState(BertConfig config) {
    return ProfileState.empty(config, measured(), units, exemplarsPerHead);
  }

  public ExemplarLimits exemplars() {
    return new ExemplarLimits(exemplarsPerHead, exemplarTokens, exemplarQueries);
  }
}
