package io.sextant.table;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import org.apache.hadoop.fs.CommonPathCapabilities;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;

/**
 * Puts a small file in place of one that is there: a reader finds the old one or the new one,
 * whole.
 *
 * <p>Hadoop's file systems differ in what {@code rename} does where the target exists, and several
 * of them may answer for one scheme: Hive's, which every Spark distribution brings, refuses for
 * {@code file:} what Hadoop's allows. So no class of file system is asked.
 *
 * <ul>
 *   <li>Local files are moved by the operating system, in one step.
 *   <li>A store whose files appear only when they are closed, such as S3, is written directly.
 *   <li>All others, such as HDFS, are asked through {@link FileContext} for a rename that replaces.
 * </ul>
 */
final class WholeFile {
  private WholeFile() {}

  static void write(FileSystem files, Path target, byte[] content) throws IOException {
    if (files.hasPathCapability(target, CommonPathCapabilities.ABORTABLE_STREAM)) {
      create(files, target, content);
      return;
    }
    Path draft = new Path(target.getParent(), "." + target.getName() + ".tmp");
    create(files, draft, content);
    if ("file".equals(files.makeQualified(target).toUri().getScheme())) {
      replaceLocal(local(draft), local(target));
    } else {
      FileContext.getFileContext(files.getUri(), files.getConf())
          .rename(draft, target, Options.Rename.OVERWRITE);
    }
  }

  private static void create(FileSystem files, Path file, byte[] content) throws IOException {
    try (OutputStream out = files.create(file, true)) {
      out.write(content);
    }
  }

  private static void replaceLocal(java.nio.file.Path draft, java.nio.file.Path target)
      throws IOException {
    // A checksum that Hadoop keeps of the old file would refute the new one.
    Files.deleteIfExists(target.resolveSibling("." + target.getFileName() + ".crc"));
    Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
  }

  private static java.nio.file.Path local(Path path) {
    return java.nio.file.Path.of(path.toUri().getPath());
  }
}
