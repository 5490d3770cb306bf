package io.sextant.cli;

import io.sextant.pool.Pool;
import io.sextant.report.PoolReport;
import io.sextant.table.CsvFile;
import io.sextant.table.DraftFolder;
import io.sextant.table.Frame;
import io.sextant.table.RunDirectory;
import io.sextant.table.Table;
import io.sextant.table.row.PooledShare;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command {@code sextant pool}: shows which labels of a model hold in other corpora. */
@Command(
    name = "pool",
    description = "Pools runs of one model over several corpora: which labels hold in a new one?",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Example:",
      "  sextant pool --run snli --run europarl --run mrpc --run paws --output pooled",
      "",
      "Writes index.html, pooled_shares.csv and the Parquet table pooled_shares."
    })
final class PoolCommand implements Callable<Integer> {
  private static final Set<String> EXHIBITED = Set.of("present", "strong", "dominant");

  @Option(
      names = "--run",
      required = true,
      arity = "1",
      paramLabel = "DIR",
      description = "A run directory. Give at least three runs of the same model.")
  List<String> runs;

  @Option(
      names = "--output",
      required = true,
      paramLabel = "DIR",
      description = "Where to write; files of the same names are replaced.")
  Path output;

  @Override
  public Integer call() {
    HadoopUser.require();
    Configuration configuration = HadoopSettings.read();
    List<RunDirectory> pooled =
        runs.stream().map(run -> RunDirectory.at(run, configuration)).toList();
    List<PooledShare> rows = Pool.of(pooled);
    try (DraftFolder drafts = DraftFolder.in(output)) {
      Path folder = drafts.path();
      RunDirectory.at("file:" + folder, configuration).write(Table.POOLED_SHARES, rows.iterator());
      CsvFile.write(Frame.of(rows), folder.resolve("pooled_shares.csv"));
      PoolReport.write(
          pooled.stream().map(RunDirectory::readableManifest).toList(),
          rows,
          pooled.stream().flatMap(run -> run.readIfThere(Table.CATALOGUE).stream()).toList(),
          folder.resolve("index.html"));
      drafts.commit();
    } catch (IOException e) {
      throw new UncheckedIOException("the pool cannot be written to " + output, e);
    }
    System.out.println(summary(rows));
    System.out.println(output.resolve("index.html"));
    return ExitCode.OK;
  }

  /** Returns how many labels hold, over all pairs and for tokens. */
  private static String summary(List<PooledShare> rows) {
    List<PooledShare> labels =
        rows.stream()
            .filter(row -> row.unit().equals("token") && row.stratum().equals("all"))
            .filter(row -> row.exhibitedBy() != null && row.exhibitedBy() > 0)
            .toList();
    return String.format(
        Locale.ROOT,
        "%,d labels in any corpus: %,d in every corpus, of which %,d hold in a new one",
        labels.size(),
        labels.stream().filter(row -> EXHIBITED.contains(row.grade())).count(),
        labels.stream().filter(row -> EXHIBITED.contains(row.holds())).count());
  }
}
