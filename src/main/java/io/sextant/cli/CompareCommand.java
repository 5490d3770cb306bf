package io.sextant.cli;

import io.sextant.compare.Comparison;
import io.sextant.compare.Matches;
import io.sextant.fault.UsageException;
import io.sextant.report.ComparisonReport;
import io.sextant.table.CsvFile;
import io.sextant.table.DraftFolder;
import io.sextant.table.Frame;
import io.sextant.table.RunDirectory;
import io.sextant.table.Table;
import io.sextant.table.row.CatalogueRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
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
      "Writes index.html, head_differences.csv and the Parquet table head_differences; for models",
      "that were trained apart also the table head_matches, and for models of other shapes only it."
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

  @Option(
      names = "--margin",
      defaultValue = ".02",
      paramLabel = "SHARE",
      description = {
        "The greatest difference of shares that counts as none, over 0 and less than 1;",
        "default ${DEFAULT-VALUE}."
      })
  double margin;

  @Option(
      names = "--same-heads",
      description = {
        "Take the heads of both models as the same, even if their weights say that the models",
        "were trained apart."
      })
  boolean sameHeads;

  @Override
  public Integer call() {
    if (!(margin > 0 && margin < 1)) {
      throw new UsageException(
          "--margin " + margin + ": the margin is a share over 0 and less than 1, such as .02");
    }
    if (runs.size() != 2) {
      throw new UsageException(
          "compare takes two runs, --run A --run B; " + runs.size() + " given");
    }
    HadoopUser.require();
    Configuration configuration = HadoopSettings.read();
    RunDirectory a = RunDirectory.at(runs.get(0), configuration);
    RunDirectory b = RunDirectory.at(runs.get(1), configuration);
    Comparison comparison = Comparison.of(a, b, margin, sameHeads);
    List<CatalogueRow> catalogue =
        Stream.of(a, b).flatMap(run -> run.readIfThere(Table.CATALOGUE).stream()).toList();
    try (DraftFolder drafts = DraftFolder.in(output)) {
      Path folder = drafts.path();
      RunDirectory tables = RunDirectory.at("file:" + folder, configuration);
      if (!comparison.rows().isEmpty()) {
        tables.write(Table.HEAD_DIFFERENCES, comparison.rows().iterator());
        CsvFile.write(Frame.of(comparison.rows()), folder.resolve("head_differences.csv"));
      }
      if (comparison.matches() != null) {
        tables.write(Table.HEAD_MATCHES, comparison.matches().rows().iterator());
      }
      ComparisonReport.write(
          a.readableManifest(),
          b.readableManifest(),
          new ComparisonReport.Rows(comparison.rows(), apart(comparison.matches()), catalogue),
          comparison.pairing(),
          comparison.correspondence().warning(),
          folder.resolve("index.html"));
      drafts.commit();
    } catch (IOException e) {
      throw new UncheckedIOException("the comparison cannot be written to " + output, e);
    }
    if (!comparison.rows().isEmpty()) {
      System.out.println(summary(comparison));
    }
    if (!comparison.correspondence().same()) {
      System.out.println(comparison.correspondence().warning());
      System.out.println(comparison.matches().words());
    }
    System.out.println(output.resolve("index.html"));
    return ExitCode.OK;
  }

  private static ComparisonReport.Apart apart(Matches matches) {
    return matches == null
        ? null
        : new ComparisonReport.Apart(matches.ofA(), matches.ofB(), matches.rows(), matches.words());
  }

  private String summary(Comparison comparison) {
    return String.format(
        Locale.ROOT,
        "%,d differences: %,d different (q < .05), %,d equivalent (within %s), %,d undecided. %s",
        comparison.rows().size(),
        comparison.count("different"),
        comparison.count("equivalent"),
        margin,
        comparison.count("undecided"),
        comparison.pairing());
  }
}
