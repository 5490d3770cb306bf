package io.sextant.job.chunk;

import com.github.luben.zstd.ZstdIOException;
import io.sextant.job.folder.RunFiles;
import io.sextant.job.row.RowFold;
import io.sextant.profile.PairMaps;
import io.sextant.profile.prediction.PredictionScores;
import io.sextant.table.RunDirectory;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UTFDataFormatException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.zip.ZipException;
import org.apache.hadoop.fs.ChecksumException;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;

/**
 * The committed chunks of a run, each in one file, the maps that they kept in other files, and the
 * scores for predictive_mlm in one more. A chunk is committed by a rename, so its file is either
 * complete or absent. A second attempt at a chunk replaces the file by the same bytes.
 */
public final class ChunkStore {
  public static final String FOLDER = RunFiles.CHUNKS;
  private static final String PREFIX = "chunk-";

  private final RunDirectory run;
  private final String identity;

  /**
   * Creates the store in a run's folder.
   *
   * @param identity the identity that is written to every chunk; a chunk with another is refused
   */
  public ChunkStore(RunDirectory run, String identity) {
    this.run = run;
    this.identity = identity;
  }

  /** Returns the numbers of the committed chunks. */
  public SortedSet<Integer> committed() {
    SortedSet<Integer> chunks = new TreeSet<>();
    try {
      for (FileStatus file : run.files().listStatus(folder())) {
        String name = file.getPath().getName();
        if (name.startsWith(PREFIX)) {
          chunks.add(Integer.parseInt(name.substring(PREFIX.length())));
        }
      }
    } catch (FileNotFoundException e) {
      return chunks;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + folder(), e);
    }
    return chunks;
  }

  public void commit(int chunk, RowFold rows, Rejects rejects, ChunkStates states) {
    commit(file(chunk), out -> ChunkFile.write(out, identity, rows, rejects, states));
  }

  /** Writes the maps that a chunk has kept. This comes before the chunk is committed. */
  public void commitMaps(int chunk, List<PairMaps> maps) {
    commit(maps(chunk), out -> MapFile.write(out, identity, maps));
  }

  /** Returns the maps that a chunk has kept; none if it has no file of them. */
  public List<PairMaps> readMaps(int chunk) {
    try {
      return run.files().exists(maps(chunk))
          ? MapFile.read(run.files().open(maps(chunk)), identity)
          : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(
          maps(chunk) + " cannot be read: delete it and --resume the run: " + e.getMessage(), e);
    }
  }

  /** Writes the scores of the sample for predictive_mlm. */
  public void commit(List<PredictionScores> predictions) {
    commit(predictions(), out -> PredictionFile.write(out, predictions));
  }

  /** Returns the scores that {@link #commit(List)} wrote; empty if there are none. */
  public Optional<List<PredictionScores>> readPredictions() {
    try {
      return run.files().exists(predictions())
          ? Optional.of(PredictionFile.read(run.files().open(predictions())))
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(
          predictions() + " cannot be read: delete it and --resume the run", e);
    }
  }

  private interface Content {
    void write(OutputStream out) throws IOException;
  }

  private void commit(Path target, Content content) {
    try {
      run.put(
          target,
          draft -> {
            try (OutputStream out = run.files().create(draft, true)) {
              content.write(out);
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException("cannot commit " + target + ": " + e.getMessage(), e);
    }
  }

  /** Reads a committed chunk without its states. */
  public ChunkFile.Contents read(int chunk) {
    return read(chunk, null);
  }

  /** Merges a committed chunk's states into others, and returns the rest of the chunk. */
  public ChunkFile.Contents read(int chunk, ChunkStates into) {
    try {
      return ChunkFile.read(run.files().open(file(chunk)), identity, into);
    } catch (IOException e) {
      throw new UncheckedIOException(
          file(chunk) + " cannot be read; --resume the run to compute it again: " + e.getMessage(),
          e);
    }
  }

  /** Returns what is wrong with a committed chunk; null if it is intact. */
  public String damage(int chunk) {
    try {
      ChunkFile.check(run.files().open(file(chunk)), identity);
      return null;
    } catch (ZstdIOException
        | ZipException
        | EOFException
        | UTFDataFormatException
        | ChecksumException e) {
      return Objects.requireNonNullElse(e.getMessage(), "it ends early");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file(chunk) + ": " + e.getMessage(), e);
    }
  }

  public void delete(int chunk) {
    run.delete(file(chunk));
  }

  public void deleteAll() {
    run.delete(folder());
  }

  private Path folder() {
    return run.resolve(FOLDER);
  }

  private Path predictions() {
    return new Path(folder(), "predictive_mlm");
  }

  private Path maps(int chunk) {
    return new Path(folder(), "maps-" + String.format(Locale.ROOT, "%06d", chunk));
  }

  private Path file(int chunk) {
    return new Path(folder(), PREFIX + String.format(Locale.ROOT, "%06d", chunk));
  }
}
