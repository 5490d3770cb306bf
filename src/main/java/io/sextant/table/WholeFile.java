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
 * Puts a file in place of one that is there: a reader finds the old one or the new one, whole.
 *
 * <p>Hadoop's file systems differ in what {@code rename} does where the target exists, and several
 * of them may answer for one scheme: Hive's, which every Spark distribution brings, refuses for
 * {@code file:} what Hadoop's allows. So no class of file system is asked.
 *
 * <ul>
 *   <li>Local files are moved by the operating system, in one step.
 *   <li>Files of a store in which they appear only when they are closed, such as S3, need no move.
 *   <li>All others, such as HDFS, are asked through {@link FileContext} for a rename that replaces.
 * </ul>
 */
final class WholeFile {
  private WholeFile() {}

  /** Whether a file appears only when it is closed, and then whole. */
  static boolean appearsWhole(FileSystem files, Path target) throws IOException {
    return files.hasPathCapability(target, CommonPathCapabilities.ABORTABLE_STREAM);
  }

  /** Moves a file or a folder over another, in one step where the file system has such a step. */
  static void replace(FileSystem files, Path from, Path to) throws IOException {
    if (isLocal(files)) {
      replaceLocal(local(from), local(to));
    } else {
      FileContext.getFileContext(files.getUri(), files.getConf())
          .rename(from, to, Options.Rename.OVERWRITE);
    }
  }

  /**
   * Moves a file to where none is, in one step where the file system has such a step.
   *
   * @return whether it is there now; false if another is there, or this one has been deleted
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

  /** By a link, which replaces nothing. */
  private static void placeLocal(java.nio.file.Path from, java.nio.file.Path to)
      throws IOException {
    try {
      Files.createLink(to, from);
    } catch (FileAlreadyExistsException | NoSuchFileException e) {
      throw e;
    } catch (UnsupportedOperationException | FileSystemException e) {
      // A file system without links: a copy replaces nothing either.
      Files.copy(from, to);
    }
    Files.deleteIfExists(from);
  }

  private static boolean isLocal(FileSystem files) {
    return "file".equals(files.getUri().getScheme());
  }

  private static void replaceLocal(java.nio.file.Path from, java.nio.file.Path to)
      throws IOException {
    // A checksum that Hadoop keeps of the old file would refute the new one.
    Files.deleteIfExists(to.resolveSibling("." + to.getFileName() + ".crc"));
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
  }

  private static java.nio.file.Path local(Path path) {
    return java.nio.file.Path.of(path.toUri().getPath());
  }
}
