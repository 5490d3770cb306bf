package io.sextant.cli;

import io.sextant.fault.BadInputException;
import io.sextant.fault.Causes;
import io.sextant.fault.PartialRunException;
import io.sextant.fault.UsageException;

/** The exit codes of the process. */
public final class ExitCode {
  public static final int OK = 0;

  /** A command, an option or a setting is unknown, or a value of it is not allowed. */
  public static final int USAGE = 1;

  /** The input, the model or the run directory cannot be used. */
  public static final int BAD_INPUT = 2;

  /** There is a fault in Sextant or in the machine. */
  public static final int INTERNAL = 3;

  /** The run stopped early and can be resumed. */
  public static final int PARTIAL = 4;

  private ExitCode() {}

  /** Returns the exit code of an error, which its causes determine. */
  static int of(Throwable error) {
    if (Causes.find(error, PartialRunException.class) != null) {
      return PARTIAL;
    }
    if (Causes.find(error, UsageException.class) != null) {
      return USAGE;
    }
    return Causes.find(error, BadInputException.class) != null ? BAD_INPUT : INTERNAL;
  }
}
