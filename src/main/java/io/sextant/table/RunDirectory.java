package io.sextant.table;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.sextant.fault.BadInputException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** A run's directory on any Hadoop file system: {@code run.json} and the tables. */
public final class RunDirectory {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  /** The name of the manifest. */
  public static final String MANIFEST = "run.json";

  private final FileSystem files;
  private final Path root;
  private final Fence fence;

  private RunDirectory(FileSystem files, Path root, Fence fence) {
    this.files = files;
    this.root = root;
    this.fence = fence;
  }

  /** The directory at a path or address; it need not exist. */
  public static RunDirectory at(String location, Configuration configuration) {
    try {
      Path root = new Path(location);
      FileSystem files = root.getFileSystem(configuration);
      // Parquet and gzip carry checksums of their own; .crc files would lie beside every table.
      files.setWriteChecksum(false);
      return new RunDirectory(files, files.makeQualified(root), Fence.NONE);
    } catch (IllegalArgumentException | IOException e) {
      throw new BadInputException(
          "cannot use '" + location + "' as a run directory: " + e.getMessage(), e);
    }
  }

  /** The same directory, every change of which is checked by a fence. */
  public RunDirectory fenced(Fence by) {
    return new RunDirectory(files, root, by);
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

  /**
   * Deletes a file or folder of the run, if it is there. A folder leaves its place in one step
   * where the file system has such a step, so that nobody who lost the directory deletes on.
   */
  public void delete(Path path) {
    try {
      if (!files.exists(path)) {
        return;
      }
      boolean moved = moves() && files.getFileStatus(path).isDirectory();
      Path gone = moved ? draft(path.getName()) : path;
      files.mkdirs(gone.getParent());
      fence.check(files, root);
      if (moved) {
        WholeFile.replace(files, path, gone);
      }
      files.delete(gone, true);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete " + path, e);
    }
  }

  /** Writes {@code run.json} in place of the one that is there, never leaving half of one. */
  public void write(RunManifest manifest) {
    try {
      byte[] json = JSON.writeValueAsBytes(manifest);
      put(
          resolve(MANIFEST),
          draft -> {
            try (OutputStream out = files.create(draft, true)) {
              out.write(json);
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + resolve(MANIFEST), e);
    }
  }

  /** Writes {@code run.json} with another state, and as it is otherwise. */
  public void mark(RunManifest manifest, RunState state) {
    write(manifest.toBuilder().state(state).build());
  }

  /** Writes a file at a path. */
  public interface Content {
    void writeTo(Path draft) throws IOException;
  }

  /** Writes a file as a draft and puts it in its place; of a failure, no draft is left. */
  public void put(Path target, Content content) throws IOException {
    if (WholeFile.appearsWhole(files, target)) {
      fence.check(files, root);
      content.writeTo(target);
      return;
    }
    Path draft = draft(target.getName());
    try {
      content.writeTo(draft);
      commit(draft, target);
    } finally {
      files.delete(draft, false);
    }
  }

  /**
   * Writes a file, whole, where none is.
   *
   * @param draft where it is written first; none is left
   * @return whether it is there now; false if another is
   */
  public boolean putNew(Path target, Path draft, Content content) throws IOException {
    if (files.exists(target)) {
      return false;
    }
    if (WholeFile.appearsWhole(files, target)) {
      content.writeTo(target);
      return true;
    }
    try {
      content.writeTo(draft);
      return WholeFile.place(files, draft, target);
    } finally {
      files.delete(draft, false);
    }
  }

  /** A new name for a file that is to be written, then {@link #commit}ted or deleted. */
  public Path draft(String name) {
    return new Path(fence.drafts(root), "." + name + "." + UUID.randomUUID());
  }

  /**
   * Puts a draft in its place, in one step where the file system has such a step.
   *
   * @throws RuntimeException if the directory is no longer ours
   */
  public void commit(Path draft, Path target) throws IOException {
    if (!target.getParent().equals(root)) {
      files.mkdirs(target.getParent());
    }
    fence.check(files, root);
    WholeFile.replace(files, draft, target);
  }

  /** Whether a folder can be renamed in one step: object stores copy every file. */
  private boolean moves() {
    return Set.of("file", "hdfs", "viewfs").contains(files.getUri().getScheme());
  }

  /**
   * Reads {@code run.json}.
   *
   * @throws BadInputException if there is none, or it is not one
   */
  public RunManifest manifest() {
    Path path = resolve(MANIFEST);
    try (InputStream in = files.open(path)) {
      return JSON.readValue(in, RunManifest.class).checked();
    } catch (BadInputException e) {
      throw new BadInputException(path + " is not a run's: " + e.getMessage(), e);
    } catch (FileNotFoundException e) {
      throw new BadInputException(root + " is not a run directory: it has no run.json", e);
    } catch (IOException e) {
      throw new BadInputException(path + " cannot be read: " + e.getMessage(), e);
    }
  }

  /**
   * Reads {@code run.json} of a run whose tables are to be read.
   *
   * @throws BadInputException if there is none, or the tables are of another version
   */
  public RunManifest readableManifest() {
    RunManifest manifest = manifest();
    String version = manifest.tablesVersion();
    if (!version.equals(RunManifest.TABLES_VERSION)) {
      String writer = manifest.versions() == null ? null : manifest.versions().get("sextant");
      throw new BadInputException(
          String.format(
              Locale.ROOT,
              "%s has tables of version %s, written by Sextant %s; this Sextant reads version %s: profile again into another folder, or read them with the Sextant that wrote them",
              root,
              version,
              writer,
              RunManifest.TABLES_VERSION));
    }
    return manifest;
  }

  /**
   * Reads {@code run.json} of a run that has ended: its tables are of one moment.
   *
   * @throws BadInputException if the run has not ended, or there are no tables, or they are of
   *     another version
   */
  public RunManifest finished() {
    RunManifest run = readableManifest();
    boolean none = run.tables() != null && run.tables().isEmpty();
    if (!run.state().hasEnded() || none || !has(Table.HEAD_PATTERNS)) {
      throw new BadInputException(
          String.format(
              Locale.ROOT,
              "%s has no tables to read: its status is '%s'; finish the run first",
              root,
              run.status()));
    }
    return run;
  }

  /** Writes a table in place of one that is there. */
  public <R extends Record> void write(Table<R> table, Iterator<R> rows) {
    Path target = table.part(root, 0);
    try {
      put(target, draft -> table.write(files, draft, rows));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + target + ": " + e.getMessage(), e);
    }
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
