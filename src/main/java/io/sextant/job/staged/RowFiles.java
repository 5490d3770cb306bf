package io.sextant.job.staged;

import io.sextant.job.folder.RunFiles;
import io.sextant.job.row.InputRow;
import io.sextant.job.row.RowFold;
import io.sextant.table.RunDirectory;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import org.apache.commons.io.input.BoundedInputStream;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.Path;

/** The files of staged rows in a run's folder, as one task writes and reads them. */
public final class RowFiles {
  private final RunDirectory run;
  private final Parting parting;

  public RowFiles(RunDirectory run, Parting parting) {
    this.run = run;
    this.parting = parting;
  }

  /**
   * What a task has written.
   *
   * @param slices the chunks of the file that have rows, in ascending order
   * @param rows the fingerprint of all its rows
   */
  public record Written(List<RowSlice> slices, RowFold rows) implements Serializable {}

  /**
   * Writes a file and moves it to its place.
   *
   * @param rows the rows of the file in their order
   */
  public Written write(int part, Iterator<PlacedRow> rows) {
    List<RowSlice> slices = new ArrayList<>();
    RowFold fold = new RowFold();
    Path target = path(part);
    try {
      run.put(
          target,
          draft -> {
            try (FSDataOutputStream out = run.files().create(draft, true)) {
              write(out, rows, slices, fold);
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + target + ": " + e.getMessage(), e);
    }
    return new Written(slices, fold);
  }

  private static void write(
      FSDataOutputStream out, Iterator<PlacedRow> rows, List<RowSlice> slices, RowFold fold)
      throws IOException {
    PlacedRow next = rows.hasNext() ? rows.next() : null;
    while (next != null) {
      int chunk = next.chunk();
      long offset = out.getPos();
      long count = 0;
      try (DataOutputStream frame = RowFile.frame(out)) {
        while (next != null && next.chunk() == chunk) {
          RowFile.write(frame, next.row());
          fold.add(next.row().hash());
          count++;
          next = rows.hasNext() ? rows.next() : null;
        }
      }
      slices.add(new RowSlice(chunk, offset, out.getPos() - offset, count));
    }
  }

  /** Returns the rows of a chunk, which are read lazily. */
  public Iterator<InputRow> read(RowSlice slice) {
    return slice.rows() == 0 ? List.<InputRow>of().iterator() : new SliceRows(slice);
  }

  /** Returns what is wrong with a chunk's rows, whose checksum is verified; null if nothing is. */
  public String damage(RowSlice slice) {
    if (slice.rows() == 0) {
      return null;
    }
    Path path = path(parting.partOf(slice.chunk()));
    try (DataInputStream in = open(path, slice)) {
      in.transferTo(OutputStream.nullOutputStream());
      return null;
    } catch (IOException e) {
      String damage = RowFile.damage(e);
      if (damage != null) {
        return path + ": " + damage;
      }
      throw new UncheckedIOException("cannot read " + path + ": " + e.getMessage(), e);
    }
  }

  private DataInputStream open(Path path, RowSlice slice) throws IOException {
    FSDataInputStream file = run.files().open(path);
    file.seek(slice.offset());
    return RowFile.frames(new BoundedInputStream(file, slice.bytes()));
  }

  private Path path(int part) {
    return new Path(run.resolve(RunFiles.ROWS), String.format(Locale.ROOT, "part-%05d", part));
  }

  /** Iterates over the rows of a chunk and closes the file at its end. */
  private final class SliceRows implements Iterator<InputRow> {
    private final Path path;
    private final DataInputStream in;
    private long left;

    SliceRows(RowSlice slice) {
      path = path(parting.partOf(slice.chunk()));
      left = slice.rows();
      try {
        in = open(path, slice);
      } catch (IOException e) {
        throw unreadable(e);
      }
    }

    @Override
    public boolean hasNext() {
      return left > 0;
    }

    @Override
    public InputRow next() {
      if (left == 0) {
        throw new NoSuchElementException(path.toString());
      }
      try {
        InputRow row = RowFile.read(in);
        left--;
        if (left == 0) {
          if (row == null || in.read() != -1) {
            throw new IOException("it has another number of rows than its index says");
          }
          in.close();
        }
        return row;
      } catch (IOException e) {
        throw unreadable(e);
      }
    }

    private UncheckedIOException unreadable(IOException e) {
      return new UncheckedIOException(
          path + " cannot be read; --resume the run to read its input again: " + e.getMessage(), e);
    }
  }
}
