package io.sextant.cli;

import io.sextant.report.ReportFolder;
import io.sextant.table.RunDirectory;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command {@code sextant report}: draws the pictures and the page of a run. */
@Command(
    name = "report",
    description = "Draws the heat maps of a run and the page that shows them.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example:", "  sextant report --run run", "  then open run/report/index.html"})
final class ReportCommand implements Callable<Integer> {

  @Option(names = "--run", required = true, paramLabel = "DIR", description = "A run directory.")
  String run;

  @Option(
      names = "--output",
      paramLabel = "DIR",
      description = "Where to write the report; by default, report in the run directory.")
  Path output;

  @Override
  public Integer call() {
    HadoopUser.require();
    RunDirectory directory = RunDirectory.at(run, HadoopSettings.read());
    if (output == null) {
      System.out.println(ReportFolder.write(directory));
    } else {
      ReportFolder.write(directory, output);
      System.out.println(output.resolve("index.html"));
    }
    return ExitCode.OK;
  }
}
