package io.sextant.job;

import com.github.luben.zstd.ZstdIOException;
import io.sextant.profile.PredictionScores;
import io.sextant.profile.ProfileState;
import io.sextant.syntax.SyntaxState;
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
import java.util.UUID;
import java.util.zip.ZipException;
import org.apache.hadoop.fs.ChecksumException;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;

/**
 * The committed chunks of a run, one file each, and the scores for predictive_mlm in another. A
 * chunk is committed by a rename, so a file is there whole or not at all, and a second attempt at a
 * chunk changes nothing.
 */
final class ChunkStore {
  static final String FOLDER = "_chunks";
  private static final String PREFIX = "chunk-";

  private final RunDirectory run;
  private final String runId;

  ChunkStore(RunDirectory run, String runId) {
    this.run = run;
    this.runId = runId;
  }

  /** Numbers of the committed chunks. */
  SortedSet<Integer> committed() {
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

  void commit(int chunk, long rows, Rejects rejects, ProfileState state, SyntaxState syntax) {
    commit(file(chunk), out -> ChunkFile.write(out, runId, rows, rejects, state, syntax));
  }

  /** Keeps what the sample for predictive_mlm showed. */
  void commit(List<PredictionScores> predictions) {
    commit(predictions(), out -> PredictionFile.write(out, predictions));
  }

  /** What {@link #commit(List)} kept; empty if it has not. */
  Optional<List<PredictionScores>> readPredictions() {
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
    Path temporary = new Path(folder(), "." + target.getName() + "." + UUID.randomUUID());
    try {
      try (OutputStream out = run.files().create(temporary, true)) {
        content.write(out);
      }
      if (!rename(temporary, target) && !run.files().exists(target)) {
        throw new IOException("rename refused");
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot commit " + target + ": " + e.getMessage(), e);
    } finally {
      deleteQuietly(temporary);
    }
  }

  /** False where the target is there already: another attempt was faster, with the same bytes. */
  private boolean rename(Path temporary, Path target) throws IOException {
    try {
      return run.files().rename(temporary, target);
    } catch (FileAlreadyExistsException e) {
      return false;
    }
  }

  private void deleteQuietly(Path temporary) {
    try {
      run.files().delete(temporary, false);
    } catch (IOException e) {
      // It is passed over by its name, and goes with the folder.
    }
  }

  /** What a committed chunk holds besides its states. */
  ChunkFile.Contents read(int chunk) {
    return read(chunk, null, null);
  }

  /** Adds a committed chunk's states to others; gives what else it holds. */
  ChunkFile.Contents read(int chunk, ProfileState into, SyntaxState syntax) {
    try {
      return ChunkFile.read(run.files().open(file(chunk)), runId, into, syntax);
    } catch (IOException e) {
      throw new UncheckedIOException(
          file(chunk) + " cannot be read, --resume computes it again: " + e.getMessage(), e);
    }
  }

  /** What is wrong with a committed chunk; null if its bytes agree with its checksum. */
  String damage(int chunk) {
    try {
      ChunkFile.check(run.files().open(file(chunk)), runId);
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

  void delete(int chunk) {
    run.delete(file(chunk));
  }

  /** Deletes what attempts that died have left behind. */
  void deleteTemporaries() {
    try {
      for (FileStatus file : run.files().listStatus(folder())) {
        if (file.getPath().getName().startsWith("." + PREFIX)) {
          deleteQuietly(file.getPath());
        }
      }
    } catch (FileNotFoundException e) {
      // Nothing has been committed yet.
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + folder(), e);
    }
  }

  void deleteAll() {
    run.delete(folder());
  }

  private Path folder() {
    return run.resolve(FOLDER);
  }

  private Path predictions() {
    return new Path(folder(), "predictive_mlm");
  }

  private Path file(int chunk) {
    return new Path(folder(), PREFIX + String.format(Locale.ROOT, "%06d", chunk));
  }
}
