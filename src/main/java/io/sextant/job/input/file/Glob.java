package io.sextant.job.input.file;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.GlobExpander;
import org.apache.hadoop.fs.GlobFilter;
import org.apache.hadoop.fs.Path;

/**
 * Finds the files that match a glob in Hadoop's syntax. Hadoop's own search fails if any name in a
 * folder has a colon, even one that does not match.
 */
final class Glob {
  private Glob() {}

  /** Returns the files and folders that match, in no particular order. */
  static List<FileStatus> find(FileSystem system, Path pattern) throws IOException {
    Path absolute = system.makeQualified(pattern);
    String root = new Path(absolute, "/").toString();
    List<FileStatus> found = new ArrayList<>();
    for (String flat : GlobExpander.expand(absolute.toUri().getPath())) {
      List<Path> matches = List.of(new Path(root));
      for (String part : flat.split("/")) {
        if (!part.isEmpty()) {
          matches = matches(system, matches, part);
        }
      }
      for (Path match : matches) {
        if (system.exists(match)) {
          found.add(system.getFileStatus(match));
        }
      }
    }
    return found;
  }

  private static List<Path> matches(FileSystem system, List<Path> folders, String part)
      throws IOException {
    GlobFilter filter = new GlobFilter(part);
    List<Path> matches = new ArrayList<>();
    for (Path folder : folders) {
      if (!filter.hasPattern()) {
        String name = part.replaceAll("\\\\(.)", "$1");
        String parent = folder.toString();
        matches.add(new Path(parent + (parent.endsWith("/") ? "" : "/") + name));
      } else if (system.exists(folder) && system.getFileStatus(folder).isDirectory()) {
        for (FileStatus child : system.listStatus(folder)) {
          if (filter.accept(child.getPath())) {
            matches.add(child.getPath());
          }
        }
      }
    }
    return matches;
  }
}
