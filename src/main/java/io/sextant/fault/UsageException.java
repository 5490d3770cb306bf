package io.sextant.fault;

/**
 * Thrown when a command, an option or a setting is unknown or has a value that is not allowed, on
 * the command line or in a configuration file. The process ends with exit code 1. If the file that
 * an option names is at fault, a {@link BadInputException} is thrown instead.
 */
public final class UsageException extends BadInputException {
  private static final long serialVersionUID = 1L;

  public UsageException(String message) {
    super(message);
  }

  public UsageException(String message, Throwable cause) {
    super(message, cause);
  }
}
