package io.sextant.redaction;

import java.util.Arrays;

/** A copy of an error for logs, with the same stack traces, whose messages contain no secrets. */
final class ShownThrowable extends Throwable {
  private static final long serialVersionUID = 1L;

  /** The greatest depth of causes that is copied, since causes may form a cycle. */
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

  /** Returns the error itself if it has no secrets, else a copy without them; null for null. */
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
