package io.sextant.table;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.sextant.fault.BadInputException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** A run's directory on any Hadoop file system: {@code run.json} and the tables. */
public final class RunDirectory {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  private static final String MANIFEST = "run.json";

  private final FileSystem files;
  private final Path root;

  private RunDirectory(FileSystem files, Path root) {
    this.files = files;
    this.root = root;
  }

  /** The directory at a path or address; it need not exist. */
  public static RunDirectory at(String location, Configuration configuration) {
    try {
      Path root = new Path(location);
      FileSystem files = root.getFileSystem(configuration);
      // Parquet and gzip carry checksums of their own; .crc files would lie beside every table.
      files.setWriteChecksum(false);
      return new RunDirectory(files, files.makeQualified(root));
    } catch (IllegalArgumentException | IOException e) {
      throw new BadInputException(
          "cannot use '" + location + "' as a run directory: " + e.getMessage(), e);
    }
  }

  public FileSystem files() {
    return files;
  }

  public Path root() {
    return root;
  }

  /** A file or folder of the run. */
  public Path resolve(String name) {
    return new Path(root, name);
  }

  /** Whether anything is there. */
  public boolean exists() {
    try {
      return files.exists(root);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot look at " + root, e);
    }
  }

  /** Whether a run has been begun there. */
  public boolean isRun() {
    try {
      return files.exists(resolve(MANIFEST));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot look at " + root, e);
    }
  }

  /** Whether nothing is there, or a folder that holds no more than these files. */
  public boolean isEmptyBut(Set<String> names) {
    try {
      for (FileStatus file : files.listStatus(root)) {
        if (!names.contains(file.getPath().getName())) {
          return false;
        }
      }
      return true;
    } catch (FileNotFoundException e) {
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot look at " + root, e);
    }
  }

  /** Deletes what the folder holds, but for these files. */
  public void clearBut(Set<String> names) {
    try {
      for (FileStatus file : files.listStatus(root)) {
        if (!names.contains(file.getPath().getName())) {
          files.delete(file.getPath(), true);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot clear " + root, e);
    }
  }

  /** Deletes a file or folder of the run, if it is there. */
  public void delete(Path path) {
    try {
      files.delete(path, true);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete " + path, e);
    }
  }

  /** Writes {@code run.json} in place of the one that is there, never leaving half of one. */
  public void write(RunManifest manifest) {
    Path target = resolve(MANIFEST);
    try {
      WholeFile.write(files, target, JSON.writeValueAsBytes(manifest));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + target + ": " + e.getMessage(), e);
    }
  }

  /**
   * Moves a finished file to its place, unless one is there: then another attempt was faster, with
   * the same bytes.
   */
  public void commit(Path temporary, Path target) throws IOException {
    boolean moved;
    try {
      moved = files.rename(temporary, target);
    } catch (FileAlreadyExistsException e) {
      moved = false;
    }
    if (!moved && !files.exists(target)) {
      throw new IOException("the file system refuses to rename " + temporary);
    }
  }

  /**
   * Reads {@code run.json}.
   *
   * @throws BadInputException if there is none, or it is not one
   */
  public RunManifest manifest() {
    Path path = resolve(MANIFEST);
    try (InputStream in = files.open(path)) {
      return JSON.readValue(in, RunManifest.class);
    } catch (FileNotFoundException e) {
      throw new BadInputException(root + " is not a run directory: it has no run.json", e);
    } catch (IOException e) {
      throw new BadInputException(path + " cannot be read: " + e.getMessage(), e);
    }
  }

  public <R extends Record> void write(Table<R> table, Iterator<R> rows) {
    table.write(files, root, rows);
  }

  public <R extends Record> List<R> read(Table<R> table) {
    return table.read(files, root);
  }

  /** Reads a table row by row, for tables that are too large to be held. */
  public <R extends Record> void read(Table<R> table, Consumer<? super R> rows) {
    table.read(files, root, rows);
  }

  /** Whether a table is there: not every run has all. */
  public boolean has(Table<?> table) {
    try {
      return files.exists(resolve(table.name()));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot look at " + resolve(table.name()), e);
    }
  }

  /** Reads a table that not every run has; without it, there are no rows. */
  public <R extends Record> List<R> readIfThere(Table<R> table) {
    return has(table) ? read(table) : List.of();
  }
}
