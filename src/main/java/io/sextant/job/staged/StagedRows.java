package io.sextant.job.staged;

import io.sextant.job.folder.RunFiles;
import io.sextant.job.row.InputRow;
import io.sextant.job.row.InputSummary;
import io.sextant.table.RunDirectory;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.util.SerializableConfiguration;

/**
 * The rows of a run as they were read, cut and annotated, in files of its folder. They last from
 * their reading to the end of the run, so neither a lost executor nor a resumed run reads the input
 * again. Reading them starts no shuffle: a chunk's rows lie together.
 */
public final class StagedRows {
  private final RunDirectory directory;
  private final RowIndex index;

  private StagedRows(RunDirectory directory, RowIndex index) {
    this.directory = directory;
    this.index = index;
  }

  /**
   * Returns the rows that are staged in a run's folder.
   *
   * @param identity the identity of the run's chunks
   * @return null if there are none, or they are another run's, or their index is damaged
   */
  public static StagedRows find(RunDirectory directory, String identity) {
    try {
      RowIndex index = RowIndex.read(directory.files().open(index(directory)));
      return index.identity().equals(identity) ? new StagedRows(directory, index) : null;
    } catch (IOException e) {
      if (RowFile.damage(e) != null) {
        return null;
      }
      throw new UncheckedIOException("cannot read " + index(directory) + ": " + e.getMessage(), e);
    }
  }

  /**
   * Commits the files that tasks have written.
   *
   * @param chunks the number of chunks
   */
  public static StagedRows commit(
      RunDirectory directory,
      String identity,
      InputSummary census,
      int chunks,
      List<RowFiles.Written> written) {
    RowSlice[] slices = new RowSlice[chunks];
    Arrays.setAll(slices, chunk -> new RowSlice(chunk, 0, 0, 0));
    written.forEach(part -> part.slices().forEach(slice -> slices[slice.chunk()] = slice));
    RowIndex index = new RowIndex(identity, census, slices);
    try {
      directory.put(
          index(directory),
          draft -> {
            try (OutputStream out = directory.files().create(draft, true)) {
              index.write(out);
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + index(directory) + ": " + e.getMessage(), e);
    }
    return new StagedRows(directory, index);
  }

  /** Deletes the staged rows of a run. */
  public static void delete(RunDirectory directory) {
    directory.delete(directory.resolve(RunFiles.ROWS));
  }

  private static Path index(RunDirectory directory) {
    return new Path(directory.resolve(RunFiles.ROWS), RunFiles.INDEX);
  }

  public InputSummary census() {
    return index.census();
  }

  /** Returns all rows, with a partition for each file. */
  public JavaRDD<InputRow> all(JavaSparkContext context) {
    List<List<RowSlice>> parts = parts();
    RowReader reader = reader(context);
    return context
        .parallelize(parts, parts.size())
        .flatMap(part -> part.stream().flatMap(reader::stream).iterator());
  }

  /** Returns the rows of some chunks, with a partition for each chunk. */
  public JavaRDD<InputRow> of(JavaSparkContext context, int[] chunks) {
    List<RowSlice> wanted = IntStream.of(chunks).mapToObj(chunk -> index.slices()[chunk]).toList();
    RowReader reader = reader(context);
    return context
        .parallelize(wanted, wanted.size())
        .flatMap(slice -> reader.stream(slice).iterator());
  }

  /** Returns the number of rows of some chunks. */
  public long count(int[] chunks) {
    return IntStream.of(chunks).mapToLong(chunk -> index.slices()[chunk].rows()).sum();
  }

  /** Reads all rows on the executors, and returns what is wrong with them; null for nothing. */
  public String damage(JavaSparkContext context) {
    List<List<RowSlice>> parts = parts();
    RowReader reader = reader(context);
    return context
        .parallelize(parts, parts.size())
        .flatMap(
            part -> part.stream().map(reader::damage).filter(fault -> fault != null).iterator())
        .collect()
        .stream()
        .findFirst()
        .orElse(null);
  }

  private Parting parting() {
    return new Parting(index.slices().length);
  }

  private List<List<RowSlice>> parts() {
    Parting parting = parting();
    Map<Integer, List<RowSlice>> parts =
        Arrays.stream(index.slices())
            .collect(
                Collectors.groupingBy(
                    slice -> parting.partOf(slice.chunk()), TreeMap::new, Collectors.toList()));
    return List.copyOf(parts.values());
  }

  private RowReader reader(JavaSparkContext context) {
    return new RowReader(
        directory.root().toString(),
        parting(),
        new SerializableConfiguration(context.hadoopConfiguration()));
  }
}
