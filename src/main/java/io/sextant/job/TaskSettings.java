package io.sextant.job;

import io.sextant.attention.Precision;
import io.sextant.linguistics.Language;
import io.sextant.pattern.AttentionPattern;
import io.sextant.pattern.Patterns;
import io.sextant.profile.ExemplarLimits;
import java.io.Serializable;
import java.util.List;

/**
 * What every task of a run needs to know; sent to the executors.
 *
 * @param model path of the checkpoint, on every executor
 * @param fingerprint what the checkpoint's fingerprint must be
 * @param output the run directory
 * @param maxMismatch greatest part of a pair's annotated words that may not fit its text
 * @param patterns keys of the patterns to measure; empty for all
 */
record TaskSettings(
    String runId,
    String model,
    String fingerprint,
    String output,
    String backend,
    Precision precision,
    int maxPieces,
    int batchPieces,
    Language language,
    double maxMismatch,
    List<String> patterns,
    int exemplarsPerHead,
    int exemplarPieces,
    int exemplarQueries)
    implements Serializable {

  List<AttentionPattern> measured() {
    return patterns.isEmpty()
        ? Patterns.all()
        : Patterns.all().stream().filter(p -> patterns.contains(p.key())).toList();
  }

  ExemplarLimits exemplars() {
    return new ExemplarLimits(exemplarsPerHead, exemplarPieces, exemplarQueries);
  }
}
