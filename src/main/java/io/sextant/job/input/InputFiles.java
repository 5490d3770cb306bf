package io.sextant.job.input;

import io.sextant.fault.BadInputException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.compress.CompressionCodec;
import org.apache.hadoop.io.compress.CompressionCodecFactory;

/** The files that the input's paths name, and their text. */
public final class InputFiles {
  private InputFiles() {}

  /**
   * Files, folders (all files below, but for names that begin with _ or a dot) and globs, as
   * addresses in order.
   *
   * @throws BadInputException if a path names nothing, or a file is compressed in a way that this
   *     Hadoop cannot read
   */
  public static List<String> list(List<String> paths, Configuration hadoop) {
    TreeSet<String> files = new TreeSet<>();
    try {
      for (String pattern : paths) {
        Path path = new Path(pattern);
        FileSystem system = path.getFileSystem(hadoop);
        FileStatus[] found = system.globStatus(path);
        if (found == null || found.length == 0) {
          throw new BadInputException("there is no file " + pattern);
        }
        for (FileStatus status : found) {
          collect(system, status, files);
        }
      }
    } catch (IllegalArgumentException | IOException e) {
      throw new BadInputException("cannot read " + paths + ": " + e.getMessage(), e);
    }
    if (files.isEmpty()) {
      throw new BadInputException("there are no files in " + paths);
    }
    files.forEach(file -> checkCompression(file, hadoop));
    return new ArrayList<>(files);
  }

  private static void collect(FileSystem system, FileStatus status, TreeSet<String> files)
      throws IOException {
    if (status.isFile()) {
      files.add(status.getPath().toString());
    } else {
      for (FileStatus inside : system.listStatus(status.getPath(), InputFiles::isData)) {
        collect(system, inside, files);
      }
    }
  }

  /** A path, or the first file in it if it is a folder: its name's ending tells the format. */
  public static String telling(String path, Configuration hadoop) {
    try {
      Path folder = new Path(path);
      FileSystem system = folder.getFileSystem(hadoop);
      boolean isFolder = system.exists(folder) && system.getFileStatus(folder).isDirectory();
      return isFolder ? list(List.of(path), hadoop).get(0) : path;
    } catch (IllegalArgumentException | IOException e) {
      throw new BadInputException("cannot read " + path + ": " + e.getMessage(), e);
    }
  }

  /** A file's text, uncompressed, from its beginning; UTF-8. */
  public static BufferedReader open(String file, Configuration hadoop) throws IOException {
    Path path = new Path(file);
    InputStream in = path.getFileSystem(hadoop).open(path);
    CompressionCodec codec = new CompressionCodecFactory(hadoop).getCodec(path);
    return new BufferedReader(
        new InputStreamReader(
            codec == null ? in : codec.createInputStream(in), StandardCharsets.UTF_8));
  }

  /**
   * Refuses a compression that would otherwise be read as text, or fail in a task.
   *
   * @throws BadInputException naming it
   */
  public static void checkCompression(String file, Configuration hadoop) {
    CompressionCodec codec = new CompressionCodecFactory(hadoop).getCodec(new Path(file));
    boolean unknown = codec == null && file.matches("(?i).*\\.(xz|7z|zip|rar|lzma|tgz|tar)");
    if (unknown || (codec != null && !isUsable(codec))) {
      throw new BadInputException(
          file + " is compressed in a way that this Hadoop cannot read: give it as .gz or .bz2");
    }
  }

  private static boolean isUsable(CompressionCodec codec) {
    try {
      codec.createDecompressor();
      return true;
    } catch (RuntimeException | LinkageError e) {
      return false;
    }
  }

  private static boolean isData(Path path) {
    return !path.getName().startsWith("_") && !path.getName().startsWith(".");
  }
}
