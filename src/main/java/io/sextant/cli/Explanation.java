package io.sextant.cli;

import io.sextant.fault.BadInputException;
import io.sextant.fault.Causes;
import io.sextant.fault.MachineFault;
import io.sextant.fault.PartialRunException;
import io.sextant.redaction.Secrets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The message to a user about an error.
 *
 * @param code the exit code of the process
 * @param line one line that says what is wrong
 * @param isOurs whether the error is internal, so that only the stack trace explains it
 */
record Explanation(int code, String line, boolean isOurs) {

  static Explanation of(Throwable error) {
    int code = ExitCode.of(error);
    Throwable told =
        code == ExitCode.PARTIAL
            ? Causes.find(error, PartialRunException.class)
            : Causes.find(error, BadInputException.class);
    if (told != null) {
      return new Explanation(code, line(told), false);
    }
    Optional<String> machine = MachineFault.of(error);
    if (machine.isPresent()) {
      code = MachineFault.isCutFile(error) ? ExitCode.BAD_INPUT : code;
      return new Explanation(code, first(machine.get()), false);
    }
    return new Explanation(code, unknown(error), true);
  }

  /** Returns the message of the first error that is not Spark's own, and of its last cause. */
  private static String unknown(Throwable error) {
    List<Throwable> causes = Causes.of(error);
    Throwable last = causes.get(causes.size() - 1);
    Throwable first = causes.stream().filter(t -> !isOfSpark(t)).findFirst().orElse(last);
    String line = line(first);
    String origin = line(last);
    return line.contains(origin) ? line : line + ": " + origin;
  }

  private static boolean isOfSpark(Throwable error) {
    return error.getClass().getName().startsWith("org.apache.spark.");
  }

  private static String line(Throwable error) {
    String message = error.getMessage();
    return first(
        message == null || message.isBlank()
            ? error.getClass().getSimpleName().toLowerCase(Locale.ROOT)
            : message);
  }

  /** Returns the first line, without secrets. */
  private static String first(String message) {
    return Secrets.hide(message.strip().lines().findFirst().orElse("error"));
  }
}
