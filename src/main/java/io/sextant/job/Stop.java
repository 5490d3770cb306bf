package io.sextant.job;

import io.sextant.fault.BadInputException;
import io.sextant.fault.PartialRunException;
import io.sextant.job.folder.LeaseLostException;
import io.sextant.table.RunState;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import org.apache.hadoop.fs.FSError;

/** Ends a run that an error stopped: records how it stands, and says what the user can do. */
final class Stop {
  private final Run run;
  private final PrintStream out;

  Stop(Run run, PrintStream out) {
    this.run = run;
    this.out = out;
  }

  /** What to throw after an error. */
  RuntimeException after(Throwable cause) {
    if (run.halt().cause() == Halt.Cause.LEASE_LOST || run.lease().isLost()) {
      return new BadInputException(
          "another run has taken over " + run.directory().root() + ": this one stopped", cause);
    }
    int done = run.store().committed().size();
    String progress = "after %d of %d chunks".formatted(done, run.plan().chunks());
    if (run.halt().cause() == Halt.Cause.INTERRUPTED) {
      String message = "interrupted " + progress + ": --resume goes on";
      out.println(message);
      return record(RunState.PARTIAL, message, done, new PartialRunException(message, cause));
    }
    for (Throwable t = cause; t != null; t = t.getCause()) {
      if (t instanceof BadInputException bad) {
        return record(RunState.FAILED, bad.getMessage(), done, bad);
      }
    }
    // What does not add up would not after a resume either.
    boolean ours = cause instanceof IllegalStateException && cause.getCause() == null;
    if (cause instanceof RuntimeException error && (ours || done == 0)) {
      return record(RunState.FAILED, String.valueOf(cause.getMessage()), done, error);
    }
    String message = "stopped " + progress + ", --resume goes on: " + text(cause);
    return record(RunState.PARTIAL, message, done, new PartialRunException(message, cause));
  }

  /** An error's message; Hadoop's file systems wrap a full disk in one that has none. */
  private static String text(Throwable cause) {
    return cause instanceof Error && cause.getCause() != null
        ? cause.getCause().getMessage()
        : cause.getMessage() == null ? cause.toString() : cause.getMessage();
  }

  /** Records the state if that can be done: on a full disk the last record stays. */
  private RuntimeException record(
      RunState state, String message, int done, RuntimeException toThrow) {
    try {
      run.record().write(state, message, run.counts(done));
    } catch (UncheckedIOException | LeaseLostException | FSError e) {
      toThrow.addSuppressed(e);
    }
    return toThrow;
  }
}
