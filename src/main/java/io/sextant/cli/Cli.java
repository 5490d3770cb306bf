package io.sextant.cli;

import io.sextant.fault.UsageException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.ToIntFunction;
import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;

/** Parses the command line, runs the command, and reports an error as one line and an exit code. */
public final class Cli {
  private static final String VERBOSE = "--verbose";
  private static final int HELP_WIDTH = 100;

  private Cli() {}

  /** Runs a command line and returns the exit code. It throws nothing. */
  public static int run(String... arguments) {
    boolean verbose = List.of(arguments).contains(VERBOSE);
    try {
      PlatformText.require(arguments);
      CommandLine commands = commands(error -> tell(error, verbose));
      if (arguments.length == 0) {
        commands.usage(System.err);
        throw new UsageException("name a command, such as profile");
      }
      return commands.execute(arguments);
    } catch (Throwable error) {
      return tell(error, verbose);
    }
  }

  /**
   * Runs a command line for a program that shows errors itself.
   *
   * @return the error's one line; null if the command succeeded
   */
  public static String fault(List<String> arguments) {
    AtomicReference<Throwable> fault = new AtomicReference<>();
    try {
      commands(
              error -> {
                fault.set(error);
                return ExitCode.of(error);
              })
          .execute(arguments.toArray(String[]::new));
    } catch (RuntimeException error) {
      fault.set(error);
    }
    return fault.get() == null ? null : explain(fault.get());
  }

  /** Returns one line that says what an error means to a user. */
  public static String explain(Throwable error) {
    return Explanation.of(error).line();
  }

  /** Reports an error that a thread has not caught. */
  public static void uncaught(Thread thread, Throwable error, boolean verbose) {
    System.err.println("sextant: in thread " + thread.getName() + ":");
    tell(error, verbose);
  }

  private static CommandLine commands(ToIntFunction<Throwable> tell) {
    CommandLine commands = new CommandLine(new SextantCommand());
    for (CommandLine verb : commands.getSubcommands().values()) {
      verb.getCommandSpec().versionProvider(new VersionProvider());
    }
    commands.setUsageHelpWidth(HELP_WIDTH);
    // Control characters, which colours need, are not printed.
    commands.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
    commands.registerConverter(Path.class, Cli::path);
    ProfileHelp.putInto(commands.getSubcommands().get("profile"));
    ProfileHelp.describe(commands.getSubcommands().get("effects"));
    commands.setParameterExceptionHandler(
        (error, parsed) -> tell.applyAsInt(new UsageException(Misspelling.explain(error), error)));
    commands.setExecutionExceptionHandler((error, command, parsed) -> tell.applyAsInt(error));
    return commands;
  }

  /** Converts to a local path, and refuses an address on a Hadoop file system. */
  private static Path path(String text) {
    if (text.matches("[A-Za-z][A-Za-z0-9+.-]+://.*")) {
      throw new TypeConversionException("'" + text + "' is an address: give a local path");
    }
    return Path.of(text);
  }

  /** Prints one line about the error to standard error, and returns the exit code. */
  private static int tell(Throwable error, boolean verbose) {
    if (verbose) {
      error.printStackTrace(System.err);
    }
    Explanation told = Explanation.of(error);
    String hint =
        told.isOurs() && !verbose ? " (an internal error; " + VERBOSE + " shows where)" : "";
    System.err.println("sextant: " + told.line() + hint);
    return told.code();
  }
}
