package io.sextant.job.run;

import io.sextant.config.InputSettings;
import io.sextant.job.folder.Places;
import io.sextant.job.input.InputSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;

/**
 * The sizes and modification times of the input's files at one moment.
 *
 * @param files the size and time of each file, by address
 */
public record InputFilesStamp(Map<String, String> files) {

  /** Lists the files that the input's paths name now. */
  public static InputFilesStamp of(InputSettings input, Configuration hadoop) {
    Map<String, String> files = new TreeMap<>();
    try {
      for (String address : InputSource.of(input, hadoop).addresses()) {
        Path path = new Path(address);
        FileStatus is = path.getFileSystem(hadoop).getFileStatus(path);
        files.put(address, is.getLen() + " " + is.getModificationTime());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot look at the input " + input.paths(), e);
    }
    return new InputFilesStamp(files);
  }

  /**
   * Refuses a file that lies in the output, for instance through a link.
   *
   * @throws io.sextant.fault.BadInputException if there is such a file
   */
  public void refuseIn(Places places) {
    files.keySet().forEach(places::refuseInputFile);
  }
}
