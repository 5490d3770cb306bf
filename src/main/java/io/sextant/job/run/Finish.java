package io.sextant.job.run;

import io.sextant.fault.BadInputException;
import io.sextant.fault.PartialRunException;
import io.sextant.job.chunk.RejectSummary;
import io.sextant.job.staged.StagedRows;
import io.sextant.table.RunManifest;
import io.sextant.table.RunManifest.Counts;
import io.sextant.table.RunState;
import io.sextant.table.Table;
import java.util.Locale;

/** Records how a run ended after its tables were written. */
public final class Finish {
  private final Run run;
  private final MergedChunks merged;

  public Finish(Run run, MergedChunks merged) {
    this.run = run;
    this.merged = merged;
  }

  /**
   * Records the end of the run.
   *
   * @throws BadInputException if too many rows were rejected
   * @throws PartialRunException if there are chunks left to run
   */
  public RunManifest with(Counts counts) {
    run.record().keepTables();
    long read = counts.in() - counts.notRead();
    double rejectRate = read == 0 ? 0 : (double) counts.rejected() / read;
    if (rejectRate > run.settings().input().maxRejectRate()) {
      RejectSummary rejects = new RejectSummary();
      run.directory().read(Table.REJECTS, rejects::add);
      String message =
          String.format(
              Locale.ROOT,
              "%,d of %,d rows were rejected, %s; more than --max-reject-rate %s allows: see %s",
              counts.rejected(),
              read,
              rejects.line(),
              run.settings().input().maxRejectRate(),
              run.directory().resolve("rejects"));
      run.record().write(RunState.FAILED, message, counts);
      StagedRows.delete(run.directory());
      throw new BadInputException(message);
    }
    if (run.settings().until().active()) {
      run.record().reached(merged.halfWidth());
    }
    if (!isWhole(counts, merged)) {
      String message =
          String.format(
              Locale.ROOT,
              "stopped after %d of %d chunks: --resume continues",
              counts.chunksDone(),
              counts.chunks());
      run.record().write(RunState.PARTIAL, message, counts);
      throw new PartialRunException(message, null);
    }
    run.record().write(RunState.SUCCEEDED, enough(counts), counts);
    StagedRows.delete(run.directory());
    if (!run.settings().output().keepChunks()) {
      run.store().deleteAll();
    }
    return run.directory().manifest();
  }

  /** Returns whether no chunks are left to run. */
  public static boolean isWhole(Counts counts, MergedChunks merged) {
    return counts.chunksDone() == counts.chunks() || merged.isEnough();
  }

  /** Returns the message about the requested half-width; null if none was requested. */
  private String enough(Counts counts) {
    if (!run.settings().until().active()) {
      return null;
    }
    String shares =
        String.format(
            Locale.ROOT,
            "shares are known within %.3g, --until-half-width %s asked for",
            merged.halfWidth(),
            run.settings().until().halfWidth());
    if (!merged.isEnough()) {
      return "all chunks have run, and not all " + shares;
    }
    return String.format(
        Locale.ROOT,
        "stopped after %d of %d chunks, %,d rows not read: %s",
        counts.chunksDone(),
        counts.chunks(),
        counts.notRead(),
        shares);
  }
}
