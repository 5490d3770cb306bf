package io.sextant.cli;

import io.sextant.fault.BadInputException;
import io.sextant.fault.PartialRunException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/** How the process ends. */
public final class ExitCode {
  public static final int OK = 0;

  /** The command line cannot be understood. */
  public static final int USAGE = 1;

  /** The input, the model or the run directory cannot be used. */
  public static final int BAD_INPUT = 2;

  /** A fault of ours or of the machine. */
  public static final int INTERNAL = 3;

  /** The run stopped early and can be resumed. */
  public static final int PARTIAL = 4;

  private ExitCode() {}

  /** The code of an error: that of the first cause which has one. */
  static int of(Throwable error) {
    if (find(error, PartialRunException.class) != null) {
      return PARTIAL;
    }
    return find(error, BadInputException.class) != null ? BAD_INPUT : INTERNAL;
  }

  /** The error of that kind among the causes; null if there is none. */
  static <T extends Throwable> T find(Throwable error, Class<T> kind) {
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Throwable t = error; t != null && seen.add(t); t = t.getCause()) {
      if (kind.isInstance(t)) {
        return kind.cast(t);
      }
    }
    return null;
  }
}
