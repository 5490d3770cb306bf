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

  /** Returns the directory at a path or address, which need not exist. */
  public static RunDirectory at(String location, Configuration configuration) {
    try {
      Path root = new Path(location);
      FileSystem files = root.getFileSystem(configuration);
      // The files have their own checksums, so Hadoop's .crc files beside them are not needed.
      files.setWriteChecksum(false);
      return new RunDirectory(files, files.makeQualified(root), Fence.NONE);
    } catch (IllegalArgumentException | IOException e) {
      throw new BadInputException(
          "cannot use '" + location + "' as a run directory: " + e.getMessage(), e);
    }
  }

  /** Returns the same directory with a fence that checks every change. */
  public RunDirectory fenced(Fence by) {
    return new RunDirectory(files, root, by);
  }

  public FileSystem files() {
    return files;
  }

  public Path root() {
    return root;
  }

  /** Returns the path of a file or folder of the run. */
  public Path resolve(String name) {
    return new Path(root, name);
  }

  /** Returns whether the directory exists. */
  public boolean exists() {
    try {
      return files.exists(root);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot look at " + root, e);
    }
  }

  /** Returns whether the directory has a manifest. */
  public boolean isRun() {
    try {
      return files.exists(resolve(MANIFEST));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot look at " + root, e);
    }
  }

  /**
   * Deletes a file or folder of the run if it exists. If the file system can rename a folder in one
   * step, the folder is moved away before it is deleted, so that a process that loses the directory
   * meanwhile does not go on deleting in it.
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

  /** Replaces {@code run.json}. A reader never finds an incomplete file. */
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

  /** Replaces {@code run.json} by the same manifest with another state. */
  public void mark(RunManifest manifest, RunState state) {
    write(manifest.toBuilder().state(state).build());
  }

  /** Writes a file at a path. */
  public interface Content {
    void writeTo(Path draft) throws IOException;
  }

  /** Writes a draft and moves it to its place. After a failure the draft is deleted. */
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
   * Writes a file in one step unless the target exists.
   *
   * @param draft the path to write to first, which does not exist afterwards
   * @return true if the file was written; false if there is another file at the target
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

  /** Returns a new path for a file that will be written and then {@link #commit}ted or deleted. */
  public Path draft(String name) {
    return new Path(fence.drafts(root), "." + name + "." + UUID.randomUUID());
  }

  /**
   * Moves a draft to its place, in one step if the file system supports this.
   *
   * @throws RuntimeException if another process holds the directory now
   */
  public void commit(Path draft, Path target) throws IOException {
    if (!target.getParent().equals(root)) {
      files.mkdirs(target.getParent());
    }
    fence.check(files, root);
    WholeFile.replace(files, draft, target);
  }

  /** Returns whether a folder can be renamed in one step. An object store copies every file. */
  private boolean moves() {
    return Set.of("file", "hdfs", "viewfs").contains(files.getUri().getScheme());
  }

  /**
   * Reads {@code run.json}.
   *
   * @throws BadInputException if there is no manifest, or the file is not one
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
   * Reads {@code run.json} of a run whose tables will be read.
   *
   * @throws BadInputException if there is no manifest, or the tables have another version
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
   * Reads {@code run.json} of a run that has ended, so that its tables are consistent.
   *
   * @throws BadInputException if the run has not ended, or there are no tables, or they have
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

  /** Writes a table and replaces an existing one. */
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

  /** Reads a table row by row, for tables that are too large for memory. */
  public <R extends Record> void read(Table<R> table, Consumer<? super R> rows) {
    table.read(files, root, rows);
  }

  /** Returns whether the run has a table. Not every run has all tables. */
  public boolean has(Table<?> table) {
    try {
      return files.exists(resolve(table.name()));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot look at " + resolve(table.name()), e);
    }
  }

  /** Reads a table that not every run has; returns no rows if it is missing. */
  public <R extends Record> List<R> readIfThere(Table<R> table) {
    return has(table) ? read(table) : List.of();
  }
}
