package io.sextant.job.input.file;

import io.sextant.fault.BadInputException;
import java.io.File;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Lists the files of paths, folders and globs. A folder stands for all files below it, except names
 * that begin with _ or a dot. A file that is found by several paths or links is listed once. A path
 * that exists is never interpreted as a glob, whatever characters it contains.
 */
public final class FileListing {
  private static final int DEEPEST = 64;

  private final Configuration hadoop;
  private final Map<String, InputFile> byRealPath = new TreeMap<>();
  private final Set<String> folders = new HashSet<>();

  private FileListing(Configuration hadoop) {
    this.hadoop = hadoop;
  }

  /**
   * Returns the files in the order of their addresses.
   *
   * @throws BadInputException if a path names no file
   */
  public static List<InputFile> of(List<String> paths, Configuration hadoop) {
    FileListing listing = new FileListing(hadoop);
    for (String path : paths) {
      try {
        listing.add(path);
      } catch (IllegalArgumentException | IOException e) {
        throw new BadInputException("cannot read " + path + ": " + e.getMessage(), e);
      }
    }
    if (listing.byRealPath.isEmpty()) {
      throw new BadInputException("there are no files in " + paths);
    }
    return listing.byRealPath.values().stream()
        .sorted(Comparator.comparing(InputFile::address))
        .toList();
  }

  private void add(String pattern) throws IOException {
    Path path = path(pattern);
    FileSystem system = path.getFileSystem(hadoop);
    if (system.exists(path)) {
      add(system, system.getFileStatus(path), true, 0);
      return;
    }
    List<FileStatus> found = Glob.find(system, path);
    if (found.isEmpty()) {
      throw new BadInputException("there is no file " + pattern);
    }
    boolean takesHidden = isHidden(path);
    for (FileStatus status : found) {
      if (takesHidden || !isHidden(status.getPath())) {
        add(system, status, true, 0);
      }
    }
  }

  /** Converts to a path. A local file may have a colon in its name, which Hadoop refuses. */
  private static Path path(String pattern) {
    try {
      return new Path(pattern);
    } catch (IllegalArgumentException e) {
      File file = new File(pattern);
      if (file.exists()) {
        return new Path(file.getAbsoluteFile().toURI());
      }
      throw e;
    }
  }

  private void add(FileSystem system, FileStatus status, boolean isNamed, int depth)
      throws IOException {
    String real = realPath(status.getPath());
    if (status.isFile()) {
      byRealPath.merge(real, new InputFile(status, isNamed), FileListing::better);
      return;
    }
    if (depth > DEEPEST) {
      throw new BadInputException(
          String.format(
              Locale.ROOT, "%s lies more than %d folders deep", status.getPath(), DEEPEST));
    }
    if (folders.add(real)) {
      FileStatus[] inside = system.listStatus(status.getPath(), path -> !isHidden(path));
      Arrays.sort(inside);
      for (FileStatus child : inside) {
        add(system, child, false, depth + 1);
      }
    }
  }

  /**
   * Chooses between two addresses of one file: the one that the user named, or else the one whose
   * extension indicates a format.
   */
  private static InputFile better(InputFile first, InputFile second) {
    if (first.isNamed() != second.isNamed()) {
      return first.isNamed() ? first : second;
    }
    boolean isTold = InputFormat.told(first.name()) != null;
    return isTold || InputFormat.told(second.name()) == null ? first : second;
  }

  private static String realPath(Path path) throws IOException {
    boolean isLocal = "file".equals(path.toUri().getScheme());
    return isLocal ? new File(path.toUri().getPath()).getCanonicalPath() : path.toString();
  }

  private static boolean isHidden(Path path) {
    return path.getName().startsWith("_") || path.getName().startsWith(".");
  }
}
