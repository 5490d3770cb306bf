package io.sextant.cli;

import io.sextant.config.Secrets;
import io.sextant.fault.BadInputException;
import java.util.Locale;
import picocli.CommandLine;

/** Parses the command line, runs the verb, and turns errors into one line and an exit code. */
public final class Cli {
  private Cli() {}

  /** Runs a command line; returns the exit code. */
  public static int run(String... arguments) {
    SextantCommand root = new SextantCommand();
    CommandLine commands = new CommandLine(root);
    commands.getCommandSpec().exitCodeOnInvalidInput(ExitCode.USAGE);
    for (CommandLine verb : commands.getSubcommands().values()) {
      verb.getCommandSpec().exitCodeOnInvalidInput(ExitCode.USAGE);
    }
    commands.setExecutionExceptionHandler(
        (error, command, parsed) -> explain(error, command, root.verbose));
    if (arguments.length == 0) {
      commands.usage(commands.getErr());
      return ExitCode.USAGE;
    }
    return commands.execute(arguments);
  }

  private static int explain(Exception error, CommandLine command, boolean verbose) {
    BadInputException bad = ExitCode.find(error, BadInputException.class);
    int code = ExitCode.of(error);
    String message = bad != null && code == ExitCode.BAD_INPUT ? bad.getMessage() : message(error);
    command
        .getErr()
        .println("sextant: " + Secrets.hide(message.lines().findFirst().orElse("error")));
    if (verbose) {
      error.printStackTrace(command.getErr());
    } else if (code == ExitCode.INTERNAL) {
      command.getErr().println("sextant: this is an internal error; --verbose shows where");
    }
    return code;
  }

  private static String message(Exception error) {
    String message = error.getMessage();
    return message == null || message.isBlank()
        ? error.getClass().getSimpleName().toLowerCase(Locale.ROOT)
        : message;
  }
}
