package io.sextant.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command {@code sextant}, of which all others are subcommands. */
@Command(
    name = "sextant",
    description = "Measures which attention heads of BERT show which patterns, over whole corpora.",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    subcommands = {
      ProfileCommand.class,
      EffectsCommand.class,
      ReportCommand.class,
      ExportCommand.class,
      CompareCommand.class,
      PoolCommand.class,
      ViewCommand.class,
      InspectCommand.class,
      SizeCommand.class,
      DemoPairsCommand.class,
      HelpCommand.class
    },
    footer = {
      "",
      "Exit codes: 0 ok, 1 usage, 2 bad input or model, 3 internal error, 4 partial run.",
      "'sextant help profile' shows the options of a command."
    })
final class SextantCommand {

  @Option(
      names = "--verbose",
      scope = ScopeType.INHERIT,
      description = "Show the stack trace of an error, and Spark's logs of failed tasks.")
  boolean verbose;
}
