package io.sextant.fault;

/**
 * A run stopped before it was done; what it committed is kept, and {@code --resume} goes on. The
 * process ends with exit code 4.
 */
public class PartialRunException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public PartialRunException(String message, Throwable cause) {
    super(message, cause);
  }
}
