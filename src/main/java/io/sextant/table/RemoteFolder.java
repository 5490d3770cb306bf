package io.sextant.table;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Copies local files to a folder of a Hadoop file system. Each file appears in one step, and {@code
 * index.html} appears last, so that the others exist when it does.
 *
 * <p>The files are copied to a folder of drafts first, which a killed process leaves behind. Other
 * processes cannot know whether that process still runs, so the folder is deleted by the next
 * process that writes to the same place more than an hour later, by the file system's clock.
 */
public final class RemoteFolder {
  private static final Duration OLD = Duration.ofHours(1);

  private RemoteFolder() {}

  /** Copies all files below a folder to another, which is created if it is missing. */
  public static void put(java.nio.file.Path from, FileSystem files, Path place) throws IOException {
    List<String> names =
        DraftFolder.files(from).stream().map(file -> from.relativize(file).toString()).toList();
    if (WholeFile.appearsWhole(files, place)) {
      copy(from, names, files, place);
      return;
    }
    Path drafts = new Path(place, DraftFolder.PREFIX + UUID.randomUUID());
    files.mkdirs(drafts);
    try {
      deleteOld(files, place, drafts);
      copy(from, names, files, drafts);
      for (String name : names) {
        Path target = new Path(place, name);
        files.mkdirs(target.getParent());
        WholeFile.replace(files, new Path(drafts, name), target);
      }
    } finally {
      files.delete(drafts, true);
    }
  }

  private static void copy(java.nio.file.Path from, List<String> names, FileSystem files, Path to)
      throws IOException {
    for (String name : names) {
      try (OutputStream out = files.create(new Path(to, name), true)) {
        Files.copy(from.resolve(name), out);
      }
    }
  }

  private static void deleteOld(FileSystem files, Path place, Path own) throws IOException {
    long now = files.getFileStatus(own).getModificationTime();
    for (FileStatus found : files.listStatus(place)) {
      boolean drafts = found.isDirectory() && DraftFolder.isDrafts(found.getPath().getName());
      if (drafts && now - found.getModificationTime() > OLD.toMillis()) {
        files.delete(found.getPath(), true);
      }
    }
  }
}
