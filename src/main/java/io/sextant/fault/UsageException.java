package io.sextant.fault;

/**
 * A command, an option or a setting has a name or a value that it cannot have, on the command line
 * or in a configuration file. The process ends with exit code 1; what an option points to, such as
 * a model that is not one, is a {@link BadInputException}.
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
