package io.sextant.redaction;

import java.util.Arrays;

/** What a log shows of an error whose messages hold secrets: the same stack traces without them. */
final class ShownThrowable extends Throwable {
  private static final long serialVersionUID = 1L;

  /** Causes may run in a circle; nobody reads so far. */
  private static final int DEEPEST = 30;

  private final String shown;

  private ShownThrowable(Throwable error, int depth) {
    super(Secrets.hide(error.getMessage()), of(error.getCause(), depth + 1));
    this.shown = Secrets.hide(error.toString());
    setStackTrace(error.getStackTrace());
    for (Throwable suppressed : error.getSuppressed()) {
      addSuppressed(of(suppressed, depth + 1));
    }
  }

  /** The error itself where it has nothing to hide; null for null. */
  static Throwable of(Throwable error) {
    return error == null || isHarmless(error, 0) ? error : of(error, 0);
  }

  private static Throwable of(Throwable error, int depth) {
    return error == null || depth > DEEPEST ? null : new ShownThrowable(error, depth);
  }

  private static boolean isHarmless(Throwable error, int depth) {
    if (error == null || depth > DEEPEST) {
      return true;
    }
    String text = error.toString();
    return text.equals(Secrets.hide(text))
        && isHarmless(error.getCause(), depth + 1)
        && Arrays.stream(error.getSuppressed()).allMatch(other -> isHarmless(other, depth + 1));
  }

  @Override
  public String toString() {
    return shown;
  }
}
