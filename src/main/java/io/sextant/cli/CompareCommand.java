package io.sextant.cli;

import io.sextant.compare.Comparison;
import io.sextant.fault.UsageException;
import io.sextant.report.ComparisonReport;
import io.sextant.table.CsvFile;
import io.sextant.table.DraftFolder;
import io.sextant.table.Frame;
import io.sextant.table.RunDirectory;
import io.sextant.table.Table;
import io.sextant.table.row.CatalogueRow;
import io.sextant.table.row.HeadDifference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command {@code sextant compare}: shows how the heads of two runs differ. */
@Command(
    name = "compare",
    description = "Shows how the heads of two runs differ: another model, or another corpus.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Example:",
      "  sextant compare --run pretrained --run fine-tuned --output difference",
      "",
      "Writes index.html, head_differences.csv and the Parquet table head_differences."
    })
final class CompareCommand implements Callable<Integer> {

  @Option(
      names = "--run",
      required = true,
      arity = "1",
      paramLabel = "DIR",
      description = "A run directory. Give it twice, first A, then B. Differences are B minus A.")
  List<String> runs;

  @Option(
      names = "--output",
      required = true,
      paramLabel = "DIR",
      description = "Where to write; files of the same names are replaced.")
  Path output;

  @Override
  public Integer call() {
    if (runs.size() != 2) {
      throw new UsageException(
          "compare takes two runs, --run A --run B; " + runs.size() + " given");
    }
    HadoopUser.require();
    Configuration configuration = HadoopSettings.read();
    RunDirectory a = RunDirectory.at(runs.get(0), configuration);
    RunDirectory b = RunDirectory.at(runs.get(1), configuration);
    List<HeadDifference> rows = Comparison.of(a, b);
    List<CatalogueRow> catalogue =
        Stream.of(a, b).flatMap(run -> run.readIfThere(Table.CATALOGUE).stream()).toList();
    try (DraftFolder drafts = DraftFolder.in(output)) {
      Path folder = drafts.path();
      RunDirectory.at("file:" + folder, configuration)
          .write(Table.HEAD_DIFFERENCES, rows.iterator());
      CsvFile.write(Frame.of(rows), folder.resolve("head_differences.csv"));
      ComparisonReport.write(
          a.readableManifest(),
          b.readableManifest(),
          rows,
          catalogue,
          folder.resolve("index.html"));
      drafts.commit();
    } catch (IOException e) {
      throw new UncheckedIOException("the comparison cannot be written to " + output, e);
    }
    System.out.println(output.resolve("index.html"));
    return ExitCode.OK;
  }
}
