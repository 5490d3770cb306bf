package io.sextant.cli;

import io.sextant.export.Destination;
import io.sextant.export.RunTables;
import io.sextant.table.RunDirectory;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command {@code sextant export}: writes runs to places where other tools read them. */
@Command(
    name = "export",
    description = "Writes the tables of runs to DuckDB, CSV files or PostgreSQL.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  sextant export --run run --to duckdb:runs.duckdb",
      "  sextant export --run cased --run uncased --to csv:tables",
      "  PGPASSWORD=... sextant export --run run --to 'jdbc:postgresql://host/heads?user=me'",
      "",
      "A run that was exported before is replaced."
    })
final class ExportCommand implements Callable<Integer> {

  @Option(
      names = "--run",
      required = true,
      arity = "1..*",
      paramLabel = "DIR",
      description = "Run directories; may be given several times.")
  List<String> runs;

  @Option(
      names = "--to",
      required = true,
      paramLabel = "PLACE",
      description = "duckdb:FILE, csv:DIR or jdbc:postgresql://HOST/DATABASE.")
  String to;

  @Override
  public Integer call() {
    HadoopUser.require();
    List<RunTables> tables =
        runs.stream()
            .map(run -> new RunTables(RunDirectory.at(run, HadoopSettings.read())))
            .toList();
    try (Destination destination = Destination.open(to)) {
      for (RunTables run : tables) {
        System.out.printf(
            Locale.ROOT, "%s: %,d rows exported%n", run.runId(), destination.put(run));
      }
    }
    return ExitCode.OK;
  }
}
