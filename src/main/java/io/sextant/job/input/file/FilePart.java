package io.sextant.job.input.file;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.compress.CompressionCodec;
import org.apache.hadoop.io.compress.CompressionCodecFactory;
import org.apache.hadoop.io.compress.SplittableCompressionCodec;

/**
 * A part of a file of lines, which one task reads. A line belongs to the part in which it begins.
 *
 * @param file the address
 * @param start where the part begins, in bytes
 * @param length in bytes
 */
record FilePart(String file, long start, long length) implements Serializable {
  /** Hadoop's setting of the greatest number of bytes of a part. */
  private static final String LARGEST = "mapreduce.input.fileinputformat.split.maxsize";

  private static final long LARGEST_DEFAULT = 128L << 20;

  /** The bytes that opening a file counts as, when parts are given to tasks. */
  private static final long OPENING = 4L << 20;

  /**
   * Divides files into parts, and gives each task as many as it can read in about the time of the
   * greatest part. A file whose compression must be read from its beginning is one part.
   *
   * @param cores the cores that all tasks should occupy, if the files are large enough
   */
  static List<List<FilePart>> tasks(List<InputFile> files, int cores, Configuration hadoop) {
    long all = files.stream().mapToLong(file -> file.status().getLen() + OPENING).sum();
    long share = Math.max(OPENING, all / cores);
    long most = Math.min(hadoop.getLong(LARGEST, LARGEST_DEFAULT), share);
    CompressionCodecFactory codecs = new CompressionCodecFactory(hadoop);
    List<List<FilePart>> tasks = new ArrayList<>();
    long taken = most;
    for (InputFile file : files) {
      for (FilePart part : parts(file, most, codecs)) {
        if (taken + part.length > most) {
          tasks.add(new ArrayList<>());
          taken = 0;
        }
        tasks.get(tasks.size() - 1).add(part);
        taken += part.length + OPENING;
      }
    }
    return tasks;
  }

  private static List<FilePart> parts(InputFile file, long most, CompressionCodecFactory codecs) {
    long length = file.status().getLen();
    CompressionCodec codec = codecs.getCodec(new Path(file.address()));
    if (codec != null && !(codec instanceof SplittableCompressionCodec)) {
      return List.of(new FilePart(file.address(), 0, length));
    }
    List<FilePart> parts = new ArrayList<>();
    for (long start = 0; start < length; start += most) {
      parts.add(new FilePart(file.address(), start, Math.min(most, length - start)));
    }
    return parts;
  }
}
