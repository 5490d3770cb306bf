package io.sextant.job.folder;

/**
 * Thrown when another process has taken over a run's folder, so that nothing may be changed in it.
 */
public final class LeaseLostException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LeaseLostException(String message) {
    super(message);
  }
}
