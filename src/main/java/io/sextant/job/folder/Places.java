package io.sextant.job.folder;

import io.sextant.fault.BadInputException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Locale;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Checks that a run's output folder does not overlap with what the run reads. Paths are compared
 * after symbolic links are resolved.
 */
public final class Places {
  private final Configuration hadoop;
  private final String output;

  /** Creates the check for the folder that a run will write, which need not exist. */
  public Places(String output, Configuration hadoop) {
    this.hadoop = hadoop;
    this.output = real(output);
  }

  /**
   * Refuses an input below the output, and an output below an input's folder.
   *
   * @param pattern a file, a folder or a glob
   */
  public void refuseInput(String pattern) {
    Path path = new Path(pattern);
    FileStatus[] found;
    try {
      found = path.getFileSystem(hadoop).globStatus(path);
    } catch (IOException | IllegalArgumentException e) {
      // The reader of the input reports the error.
      return;
    }
    if (found == null) {
      return;
    }
    for (FileStatus one : found) {
      String input = real(one.getPath().toString());
      refuseBelow("input", pattern, input);
      if (one.isDirectory() && isBelow(output, input)) {
        throw new BadInputException(
            String.format(
                Locale.ROOT,
                "the output %s lies in the input %s, and would be read as input: choose another --output",
                output,
                pattern));
      }
    }
  }

  /** Refuses a file of the input that lies below the output, for instance through a link. */
  public void refuseInputFile(String address) {
    refuseBelow("input file", address, real(address));
  }

  /**
   * Refuses a path that the run reads if it lies below the output.
   *
   * @param what what the path is, for the message, such as "model" or "pipeline"
   */
  public void refuse(String what, String place) {
    refuseBelow(what, place, real(place));
  }

  private void refuseBelow(String what, String given, String real) {
    if (isBelow(real, output)) {
      throw new BadInputException(
          String.format(
              Locale.ROOT,
              "the %s %s lies in the output %s, where it could be deleted: choose another --output",
              what,
              given,
              output));
    }
  }

  private static boolean isBelow(String inner, String outer) {
    return inner.equals(outer) || inner.startsWith(outer.endsWith("/") ? outer : outer + "/");
  }

  /** Returns an address with the links resolved in the part of it that exists. */
  private String real(String place) {
    try {
      FileSystem files = new Path(place).getFileSystem(hadoop);
      Path whole = files.makeQualified(new Path(place));
      if (!whole.toUri().getScheme().equals("file")) {
        return whole.toString();
      }
      return "file:" + real(new File(whole.toUri().getPath()).toPath());
    } catch (IllegalArgumentException e) {
      // Hadoop does not take it as an address. It may be a local path with a colon.
      return "file:" + realOrPlain(new File(place).toPath());
    } catch (IOException e) {
      throw new BadInputException("cannot use '" + place + "': " + e.getMessage(), e);
    }
  }

  private static java.nio.file.Path realOrPlain(java.nio.file.Path path) {
    try {
      return real(path.toAbsolutePath());
    } catch (IOException e) {
      return path.toAbsolutePath().normalize();
    }
  }

  private static java.nio.file.Path real(java.nio.file.Path path) throws IOException {
    java.nio.file.Path there = path.normalize();
    while (there != null && !Files.exists(there)) {
      there = there.getParent();
    }
    return there == null
        ? path
        : there.toRealPath().resolve(there.relativize(path.normalize())).normalize();
  }
}
