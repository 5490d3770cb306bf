package io.sextant.cli;

import io.sextant.fault.Suggestion;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Explains in one line what is wrong with a command line. */
final class Misspelling {
  /** Picocli's message for {@code sextant help} with an unknown command. */
  private static final Pattern UNKNOWN_TO_HELP = Pattern.compile("^Unknown subcommand '(.*)'");

  private Misspelling() {}

  static String explain(ParameterException error) {
    CommandLine command = error.getCommandLine();
    boolean isRoot = command.getParent() == null;
    if (error instanceof UnmatchedArgumentException unmatched) {
      String word = unmatched.getUnmatched().get(0);
      if (isRoot && !word.startsWith("-")) {
        return noCommand(command, word);
      }
      return unmatched(command, word) + where(command);
    }
    Matcher help = UNKNOWN_TO_HELP.matcher(error.getMessage());
    return help.find() ? noCommand(root(command), help.group(1)) : message(error) + where(command);
  }

  private static CommandLine root(CommandLine command) {
    return command.getParent() == null ? command : root(command.getParent());
  }

  private static String noCommand(CommandLine root, String word) {
    List<String> commands = List.copyOf(root.getSubcommands().keySet());
    return "no command '"
        + word
        + "'; the commands are "
        + String.join(", ", commands)
        + Suggestion.of(word, commands);
  }

  private static String unmatched(CommandLine command, String word) {
    if (!word.startsWith("-")) {
      return "'" + word + "' belongs to no option: put a value with spaces in quotes";
    }
    String name = word.replaceFirst("=.*", "");
    return "unknown option " + name + Suggestion.of(name, options(command));
  }

  private static List<String> options(CommandLine command) {
    return List.copyOf(command.getCommandSpec().optionsMap().keySet());
  }

  private static String where(CommandLine command) {
    String verb = command.getParent() == null ? "--help" : "help " + command.getCommandName();
    return " ('sextant " + verb + "' shows the options)";
  }

  /** Returns picocli's message without its capital letter. */
  private static String message(ParameterException error) {
    String line = error.getMessage().replaceFirst("^Error: ", "").lines().findFirst().orElse("");
    return line.substring(0, 1).toLowerCase(Locale.ROOT) + line.substring(1);
  }
}
