package io.sextant.table;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.StandardCopyOption;
import org.apache.hadoop.fs.CommonPathCapabilities;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;

/**
 * Replaces a file so that a reader finds either the old file or the new one, and both complete.
 *
 * <p>Hadoop's file systems differ in what {@code rename} does if the target exists, and several of
 * them may be registered for one scheme. For {@code file:}, for example, Hive's class, which every
 * Spark distribution contains, refuses what Hadoop's allows. So the file system's own {@code
 * rename} is not used:
 *
 * <ul>
 *   <li>Local files are moved in one step by the operating system.
 *   <li>In stores such as S3, a file appears only when it is closed, and needs no move.
 *   <li>In all others, such as HDFS, {@link FileContext} renames and replaces the target.
 * </ul>
 */
final class WholeFile {
  private WholeFile() {}

  /** Returns whether a file appears only when it is closed, so that it is always complete. */
  static boolean appearsWhole(FileSystem files, Path target) throws IOException {
    return files.hasPathCapability(target, CommonPathCapabilities.ABORTABLE_STREAM);
  }

  /**
   * Moves a file or a folder and replaces the target, in one step if the file system supports this.
   */
  static void replace(FileSystem files, Path from, Path to) throws IOException {
    if (isLocal(files)) {
      replaceLocal(local(from), local(to));
    } else {
      FileContext.getFileContext(files.getUri(), files.getConf())
          .rename(from, to, Options.Rename.OVERWRITE);
    }
  }

  /**
   * Moves a file unless the target exists, in one step if the file system supports this.
   *
   * @return true if the file was moved; false if the target exists, or the file has been deleted
   */
  static boolean place(FileSystem files, Path from, Path to) throws IOException {
    try {
      if (isLocal(files)) {
        placeLocal(local(from), local(to));
      } else {
        FileContext.getFileContext(files.getUri(), files.getConf()).rename(from, to);
      }
      return true;
    } catch (FileAlreadyExistsException
        | org.apache.hadoop.fs.FileAlreadyExistsException
        | NoSuchFileException
        | FileNotFoundException e) {
      return false;
    }
  }

  /** Moves a local file by a hard link, which replaces nothing. */
  private static void placeLocal(java.nio.file.Path from, java.nio.file.Path to)
      throws IOException {
    try {
      Files.createLink(to, from);
    } catch (FileAlreadyExistsException | NoSuchFileException e) {
      throw e;
    } catch (UnsupportedOperationException | FileSystemException e) {
      // The file system has no hard links. A copy replaces nothing either.
      Files.copy(from, to);
    }
    Files.deleteIfExists(from);
  }

  private static boolean isLocal(FileSystem files) {
    return "file".equals(files.getUri().getScheme());
  }

  private static void replaceLocal(java.nio.file.Path from, java.nio.file.Path to)
      throws IOException {
    // Hadoop would compare the new file with the checksum of the old one.
    Files.deleteIfExists(to.resolveSibling("." + to.getFileName() + ".crc"));
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
  }

  private static java.nio.file.Path local(Path path) {
    return java.nio.file.Path.of(path.toUri().getPath());
  }
}
