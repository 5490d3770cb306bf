package io.sextant.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.bert.BertModel;
import io.sextant.bert.LayerWindows;
import io.sextant.bert.layout.ModelLayouts;
import io.sextant.job.chunk.ChunkStates;
import io.sextant.job.chunk.ChunkStore;
import io.sextant.job.chunk.MergedState;
import io.sextant.job.chunk.Rejects;
import io.sextant.job.row.InputSummary;
import io.sextant.job.row.RowFold;
import io.sextant.job.staged.RowFiles;
import io.sextant.job.staged.RowSlice;
import io.sextant.job.staged.StagedRows;
import io.sextant.pattern.Patterns;
import io.sextant.profile.AttentionSample;
import io.sextant.profile.DistanceSums;
import io.sextant.profile.ProfileState;
import io.sextant.profile.state.Unit;
import io.sextant.syntax.SyntaxState;
import io.sextant.table.HeadGrid;
import io.sextant.table.RunDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The time of planning, listing and merging hundreds of thousands of chunks is proportional to
 * their number. The chunks are links to a few files with an empty state.
 */
@Tag("slow")
@Timeout(1800)
class ManyChunksIT extends SparkTest {
  private static final int FEW = 20_000;
  private static final int MANY = 200_000;
  private static final String RUN = "0123456789abcdef";

  /** The number of links per file, which common file systems support. */
  private static final int LINKS = 30_000;

  private record Seconds(double plan, double list, double merge) {
    double total() {
      return plan + list + merge;
    }
  }

  @Test
  void tenTimesTheChunksTakeAboutTenTimesAsLong() throws IOException {
    BertModel tiny = ModelLayouts.open(model());
    seconds("warm", FEW / 4, tiny);
    Seconds few = seconds("few", FEW, tiny);
    Seconds many = seconds("many", MANY, tiny);
    System.out.println(report(FEW, few));
    System.out.println(report(MANY, many));
    // With a quadratic step, the factor would be one hundred.
    assertThat(many.total() / few.total()).isLessThan(30);
  }

  private Seconds seconds(String name, int chunks, BertModel model) throws IOException {
    RunDirectory directory = RunDirectory.at(folder.resolve(name).toString(), new Configuration());
    ChunkStore store = new ChunkStore(directory, RUN);
    fill(store, folder.resolve(name).resolve("_chunks"), chunks, model);

    long start = System.nanoTime();
    InputSummary census = new InputSummary(2L * chunks, "rows", "rows in files");
    List<RowSlice> slices =
        IntStream.range(0, chunks).mapToObj(chunk -> new RowSlice(chunk, 0, 1, 2)).toList();
    StagedRows.commit(
        directory, RUN, census, chunks, List.of(new RowFiles.Written(slices, new RowFold())));
    assertThat(StagedRows.find(directory, RUN).count(IntStream.range(0, chunks).toArray()))
        .isEqualTo(2L * chunks);
    double planned = since(start);

    start = System.nanoTime();
    SortedSet<Integer> committed = store.committed();
    double listed = since(start);
    assertThat(committed).hasSize(chunks);

    start = System.nanoTime();
    MergedState merged = new MergedState(empty(model));
    committed.forEach(chunk -> merged.take(store, chunk));
    assertThat(merged.rows().rows()).isEqualTo(2L * chunks);
    return new Seconds(planned, listed, since(start));
  }

  private static void fill(ChunkStore store, Path folder, int chunks, BertModel model)
      throws IOException {
    ChunkStates states = empty(model);
    Path original = null;
    for (int chunk = 0; chunk < chunks; chunk++) {
      Path file = folder.resolve("chunk-%06d".formatted(chunk));
      if (chunk % LINKS == 0) {
        store.commit(chunk, new RowFold(2, 0, 0), new Rejects(), states);
        original = file;
      } else {
        Files.createLink(file, original);
      }
    }
  }

  private static ChunkStates empty(BertModel model) {
    HeadGrid grid = new HeadGrid(model.config().layers(), model.config().heads());
    return new ChunkStates(
        ProfileState.empty(model.config(), Patterns.all(), List.of(Unit.TOKEN), 2),
        new SyntaxState(LayerWindows.of(model.config().design().windows()), model.config().heads()),
        DistanceSums.empty(grid),
        new AttentionSample(grid));
  }

  private static double since(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  private static String report(int chunks, Seconds s) {
    return String.format(
        Locale.ROOT,
        "%,d chunks: plan %.2f s, listing %.2f s, merge %.2f s",
        chunks,
        s.plan(),
        s.list(),
        s.merge());
  }
}
