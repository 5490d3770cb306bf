package io.sextant.job.folder;

/** The folder of a run belongs to another process now: nothing may be changed in it. */
public final class LeaseLostException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LeaseLostException(String message) {
    super(message);
  }
}
