package io.sextant.fault;

/**
 * Thrown when a run stopped before it was complete. Its committed chunks are kept, and {@code
 * --resume} continues it. The process ends with exit code 4.
 */
public class PartialRunException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public PartialRunException(String message, Throwable cause) {
    super(message, cause);
  }
}
