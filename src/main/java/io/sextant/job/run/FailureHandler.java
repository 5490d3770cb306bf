package io.sextant.job.run;

import io.sextant.fault.BadInputException;
import io.sextant.fault.Causes;
import io.sextant.fault.MachineFault;
import io.sextant.fault.PartialRunException;
import io.sextant.job.executor.LoadedModel;
import io.sextant.job.folder.LeaseLostException;
import io.sextant.job.staged.StagedRows;
import io.sextant.table.RunState;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.SortedSet;
import org.apache.hadoop.fs.FSError;

/** Records the state of a run that an error has stopped, and tells the user what to do. */
public final class FailureHandler {
  private final Run run;
  private final PrintStream out;

  public FailureHandler(Run run, PrintStream out) {
    this.run = run;
    this.out = out;
  }

  /**
   * Records the state of the run after an exception or an {@link Error}.
   *
   * @return the exception to throw, whose type determines the exit code
   */
  public RuntimeException after(Throwable error) {
    RuntimeException cause =
        error instanceof RuntimeException known ? known : new IllegalStateException(error);
    boolean isCut = MachineFault.isCutFile(error);
    String why =
        isCut
            ? LoadedModel.wasCut(run.settings().model())
            : MachineFault.of(error).orElse(String.valueOf(error.getMessage()));
    if (run.halt().cause() == Cancellation.Cause.LEASE_LOST || run.lease().isLost()) {
      return new BadInputException(
          "another run has taken over " + run.directory().root() + ": this one stopped", cause);
    }
    int done = run.store().committed().size();
    String progress =
        String.format(Locale.ROOT, "after %d of %d chunks", done, run.plan().chunks());
    if (run.halt().cause() == Cancellation.Cause.INTERRUPTED || Cancellation.isOf(error)) {
      String message = "interrupted " + progress + ": --resume continues";
      out.println(message);
      return record(RunState.PARTIAL, message, done, new PartialRunException(message, cause));
    }
    BadInputException bad = Causes.find(cause, BadInputException.class);
    if (bad != null) {
      return record(RunState.FAILED, bad.getMessage(), done, bad);
    }
    // The run's own consistency checks have failed, and would fail after a resume too.
    boolean ours = cause instanceof IllegalStateException && cause.getCause() == null;
    if (isCut && done == 0) {
      return record(RunState.FAILED, why, done, new BadInputException(why, error));
    }
    if (ours || done == 0) {
      return record(RunState.FAILED, why, done, cause);
    }
    String message = "stopped " + progress + ", --resume continues: " + why;
    return record(RunState.PARTIAL, message, done, new PartialRunException(message, cause));
  }

  /** Records the state, if the folder can be written. */
  private RuntimeException record(
      RunState state, String message, int done, RuntimeException toThrow) {
    try {
      run.record().write(state, message, run.counts(done));
    } catch (UncheckedIOException | LeaseLostException | FSError full) {
      recordInTheRoomOfAChunk(state, message, toThrow);
    }
    if (state == RunState.FAILED) {
      deleteRows(toThrow);
    }
    return toThrow;
  }

  /** Deletes the staged sentences of a run that has ended. */
  private void deleteRows(RuntimeException toThrow) {
    try {
      StagedRows.delete(run.directory());
    } catch (UncheckedIOException | LeaseLostException | FSError e) {
      toThrow.addSuppressed(e);
    }
  }

  /**
   * Records the state on a full disk. The last chunk is deleted to make room, because a resumed run
   * can compute it again; if the run has ended, its staged rows are.
   */
  private void recordInTheRoomOfAChunk(RunState state, String message, RuntimeException toThrow) {
    try {
      if (state == RunState.FAILED) {
        StagedRows.delete(run.directory());
      }
      SortedSet<Integer> committed = run.store().committed();
      if (!committed.isEmpty()) {
        run.store().delete(committed.last());
      }
      run.record().write(state, message, run.counts(Math.max(0, committed.size() - 1)));
    } catch (UncheckedIOException | LeaseLostException | FSError e) {
      toThrow.addSuppressed(e);
    }
  }
}
