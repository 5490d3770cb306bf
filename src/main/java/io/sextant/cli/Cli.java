package io.sextant.cli;

import io.sextant.fault.UsageException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;

/** Parses the command line, runs the verb, and turns errors into one line and an exit code. */
public final class Cli {
  private static final String VERBOSE = "--verbose";
  private static final int HELP_WIDTH = 100;

  private Cli() {}

  /** Runs a command line; returns the exit code. Throws nothing. */
  public static int run(String... arguments) {
    boolean verbose = List.of(arguments).contains(VERBOSE);
    try {
      PlatformText.require(arguments);
      CommandLine commands = commands(verbose);
      if (arguments.length == 0) {
        commands.usage(System.err);
        throw new UsageException("name a command, such as profile");
      }
      return commands.execute(arguments);
    } catch (Throwable error) {
      return tell(error, verbose);
    }
  }

  /** Tells of an error in a thread that nobody waits for. */
  public static void uncaught(Thread thread, Throwable error, boolean verbose) {
    System.err.println("sextant: in thread " + thread.getName() + ":");
    tell(error, verbose);
  }

  private static CommandLine commands(boolean verbose) {
    CommandLine commands = new CommandLine(new SextantCommand());
    for (CommandLine verb : commands.getSubcommands().values()) {
      verb.getCommandSpec().versionProvider(new VersionProvider());
    }
    commands.setUsageHelpWidth(HELP_WIDTH);
    // What is printed holds no control characters, colours among them.
    commands.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
    commands.registerConverter(Path.class, Cli::path);
    ProfileHelp.putInto(commands.getSubcommands().get("profile"));
    commands.setParameterExceptionHandler(
        (error, parsed) -> tell(new UsageException(Misspelling.explain(error), error), verbose));
    commands.setExecutionExceptionHandler((error, command, parsed) -> tell(error, verbose));
    return commands;
  }

  /** A path of this machine, which no address of a Hadoop file system is. */
  private static Path path(String text) {
    if (text.matches("[A-Za-z][A-Za-z0-9+.-]+://.*")) {
      throw new TypeConversionException(
          "'" + text + "' is an address: give a path of this machine");
    }
    return Path.of(text);
  }

  /** Says on standard error what went wrong, in one line; gives the exit code. */
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
