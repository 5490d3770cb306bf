package io.sextant.cli;

import io.sextant.report.Pictures;
import io.sextant.report.ReportFolder;
import io.sextant.table.RunDirectory;
import java.nio.file.Path;
import java.util.List;
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

  @Option(
      names = "--pictures",
      paramLabel = "FORMAT",
      split = ",",
      defaultValue = "svg,png,pdf",
      description = "The pictures' formats: svg, png, pdf, or none. Default: ${DEFAULT-VALUE}.")
  List<String> pictures;

  @Override
  public Integer call() {
    Pictures drawn = Pictures.named(pictures);
    HadoopUser.require();
    RunDirectory directory = RunDirectory.at(run, HadoopSettings.read());
    ReportFolder.Written report =
        output == null
            ? ReportFolder.write(directory, drawn)
            : ReportFolder.write(directory, output, drawn);
    MissingFonts.warn("report", report.missing());
    System.out.println(report.page());
    return ExitCode.OK;
  }
}
