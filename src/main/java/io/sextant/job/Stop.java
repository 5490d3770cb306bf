package io.sextant.job;

import io.sextant.fault.BadInputException;
import io.sextant.fault.PartialRunException;
import io.sextant.table.RunManifest.Counts;
import java.io.PrintStream;
import java.io.UncheckedIOException;

/** Ends a run that an error stopped: records how it stands, and says what the user can do. */
final class Stop {
  private final Run run;
  private final PrintStream out;

  Stop(Run run, PrintStream out) {
    this.run = run;
    this.out = out;
  }

  /** What to throw after an error. */
  RuntimeException after(RuntimeException cause) {
    if (run.halt().cause() == Halt.Cause.LOCK_LOST) {
      return new BadInputException(
          "another run has taken over " + run.directory().root() + ": this one stopped", cause);
    }
    int done = run.store().committed().size();
    String progress = "after %d of %d chunks".formatted(done, run.plan().chunks());
    if (run.halt().cause() == Halt.Cause.INTERRUPTED) {
      String message = "interrupted " + progress + ": --resume goes on";
      out.println(message);
      return record("partial", message, done, new PartialRunException(message, cause));
    }
    for (Throwable t = cause; t != null; t = t.getCause()) {
      if (t instanceof BadInputException bad) {
        return record("failed", bad.getMessage(), done, bad);
      }
    }
    // What does not add up would not after a resume either.
    boolean ours = cause instanceof IllegalStateException && cause.getCause() == null;
    if (ours || done == 0) {
      return record("failed", String.valueOf(cause.getMessage()), done, cause);
    }
    String message = "stopped " + progress + ", --resume goes on: " + cause.getMessage();
    return record("partial", message, done, new PartialRunException(message, cause));
  }

  /** Records the state if that can be done: on a full disk the last record stays. */
  private RuntimeException record(
      String status, String message, int done, RuntimeException toThrow) {
    try {
      long rows = run.census().rows();
      Counts counts = new Counts(rows, 0, 0, rows, 0, run.plan().chunks(), done);
      run.record().write(status, message, counts);
    } catch (UncheckedIOException e) {
      toThrow.addSuppressed(e);
    }
    return toThrow;
  }
}
