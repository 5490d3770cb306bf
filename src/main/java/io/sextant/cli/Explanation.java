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
 * What a user is told of an error.
 *
 * @param code how the process ends
 * @param line one line that says what is wrong
 * @param isOurs whether nothing is known of it: only the stack trace helps
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

  /** The error, without Spark's account of where it happened, and what it came from. */
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

  /** The first line, without secrets. */
  private static String first(String message) {
    return Secrets.hide(message.strip().lines().findFirst().orElse("error"));
  }
}
