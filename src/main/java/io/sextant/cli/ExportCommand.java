package io.sextant.cli;

import io.sextant.export.Destination;
import io.sextant.export.RunTables;
import io.sextant.job.Sessions;
import io.sextant.job.SparkCatalog;
import io.sextant.table.RunDirectory;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command {@code sextant export}: writes runs to places where other tools read them. */
@Command(
    name = "export",
    description = "Writes the tables of runs to DuckDB, CSV files, PostgreSQL or Spark's catalog.",
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
      description =
          "duckdb:FILE, csv:DIR, jdbc:postgresql://HOST/DATABASE or table:CATALOG.DATABASE.")
  String to;

  @Override
  public Integer call() {
    HadoopUser.require();
    List<RunTables> tables =
        runs.stream()
            .map(run -> new RunTables(RunDirectory.at(run, HadoopSettings.read())))
            .toList();
    try (Destination destination = open()) {
      for (RunTables run : tables) {
        System.out.printf(
            Locale.ROOT, "%s: %,d rows exported%n", run.runId(), destination.put(run));
      }
    }
    return ExitCode.OK;
  }

  /** Opens the destination; that of Spark's catalog needs Spark. */
  private Destination open() {
    return to.startsWith(SparkCatalog.PREFIX)
        ? SparkCatalog.open(Sessions.open("sextant export"), to)
        : Destination.open(to);
  }
}
