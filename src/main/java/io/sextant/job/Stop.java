package io.sextant.job;

import io.sextant.fault.BadInputException;
import io.sextant.fault.Causes;
import io.sextant.fault.MachineFault;
import io.sextant.fault.PartialRunException;
import io.sextant.table.RunManifest.Counts;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.SortedSet;
import org.apache.hadoop.fs.FSError;

/** Ends a run that an error stopped: records how it stands, and says what the user can do. */
final class Stop {
  private final Run run;
  private final PrintStream out;

  Stop(Run run, PrintStream out) {
    this.run = run;
    this.out = out;
  }

  /** What to throw after an error, be it an {@link Error}. */
  RuntimeException after(Throwable error) {
    RuntimeException cause =
        error instanceof RuntimeException known ? known : new IllegalStateException(error);
    boolean isCut = MachineFault.isCutFile(error);
    String why =
        isCut
            ? LoadedModel.wasCut(run.settings().model())
            : MachineFault.of(error).orElse(String.valueOf(error.getMessage()));
    if (run.halt().cause() == Halt.Cause.LOCK_LOST) {
      return new BadInputException(
          "another run has taken over " + run.directory().root() + ": this one stopped", cause);
    }
    int done = run.store().committed().size();
    String progress =
        String.format(Locale.ROOT, "after %d of %d chunks", done, run.plan().chunks());
    if (run.halt().cause() == Halt.Cause.INTERRUPTED) {
      String message = "interrupted " + progress + ": --resume goes on";
      out.println(message);
      return record("partial", message, done, new PartialRunException(message, cause));
    }
    BadInputException bad = Causes.find(cause, BadInputException.class);
    if (bad != null) {
      return record("failed", bad.getMessage(), done, bad);
    }
    // What does not add up would not after a resume either.
    boolean ours = cause instanceof IllegalStateException && cause.getCause() == null;
    if (isCut && done == 0) {
      return record("failed", why, done, new BadInputException(why, error));
    }
    if (ours || done == 0) {
      return record("failed", why, done, cause);
    }
    String message = "stopped " + progress + ", --resume goes on: " + why;
    return record("partial", message, done, new PartialRunException(message, cause));
  }

  /** Records the state if that can be done. */
  private RuntimeException record(
      String status, String message, int done, RuntimeException toThrow) {
    try {
      write(status, message, done);
    } catch (UncheckedIOException | FSError full) {
      recordInTheRoomOfAChunk(status, message, toThrow);
    }
    return toThrow;
  }

  /** On a full disk what can be computed again makes room for the record. */
  private void recordInTheRoomOfAChunk(String status, String message, RuntimeException toThrow) {
    try {
      run.store().deleteTemporaries();
      SortedSet<Integer> committed = run.store().committed();
      if (!committed.isEmpty()) {
        run.store().delete(committed.last());
      }
      write(status, message, Math.max(0, committed.size() - 1));
    } catch (UncheckedIOException | FSError e) {
      toThrow.addSuppressed(e);
    }
  }

  private void write(String status, String message, int done) {
    long rows = run.census().rows();
    Counts counts = new Counts(rows, 0, 0, rows, 0, run.plan().chunks(), done);
    run.record().write(status, message, counts);
  }
}
