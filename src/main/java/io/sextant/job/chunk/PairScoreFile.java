package io.sextant.job.chunk;

import io.sextant.table.PartWriter;
import io.sextant.table.RunDirectory;
import io.sextant.table.Table;
import io.sextant.table.row.PairScore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedSet;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;

/**
 * Writes the part of the table {@code pair_scores} that belongs to a chunk. The part is committed
 * before its chunk, so every committed chunk has its part. A second attempt at the chunk replaces
 * the part by the same bytes.
 */
public final class PairScoreFile implements AutoCloseable {
  private final RunDirectory run;
  private final Path draft;
  private final Path target;
  private final PartWriter<PairScore> writer;

  public PairScoreFile(RunDirectory run, int chunk) {
    this.run = run;
    this.target = Table.PAIR_SCORES.part(run.root(), chunk);
    this.draft = run.draft(target.getName());
    try {
      this.writer = Table.PAIR_SCORES.writer(run.files(), draft);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + draft, e);
    }
  }

  public void add(PairScore row) {
    try {
      writer.write(row);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + draft, e);
    }
  }

  /** Closes the file and moves it to its place. This must be called once, after the last row. */
  public void commit() {
    try {
      writer.close();
      run.commit(draft, target);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot commit " + target + ": " + e.getMessage(), e);
    }
  }

  /** Deletes the draft if it was not committed. */
  @Override
  public void close() {
    try {
      writer.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot close " + draft, e);
    } finally {
      discard();
    }
  }

  private void discard() {
    try {
      run.files().delete(draft, false);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete " + draft, e);
    }
  }

  /** Deletes the parts of all chunks that are not committed. */
  public static void keepOnly(RunDirectory run, SortedSet<Integer> committed) {
    try {
      Set<String> kept = new HashSet<>();
      committed.forEach(chunk -> kept.add(Table.PAIR_SCORES.part(run.root(), chunk).getName()));
      for (FileStatus file : run.files().listStatus(run.resolve(Table.PAIR_SCORES.name()))) {
        if (!kept.contains(file.getPath().getName())) {
          run.delete(file.getPath());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list the parts of pair_scores in " + run.root(), e);
    }
  }
}
