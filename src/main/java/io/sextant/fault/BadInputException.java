package io.sextant.fault;

/**
 * Thrown when the user's data, model or run directory cannot be used. The message names the value
 * at fault and what to do. It is printed as one line, and the process ends with exit code 2.
 */
public class BadInputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public BadInputException(String message) {
    super(message);
  }

  public BadInputException(String message, Throwable cause) {
    super(message, cause);
  }
}
