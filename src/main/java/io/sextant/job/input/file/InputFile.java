package io.sextant.job.input.file;

import java.nio.charset.Charset;
import java.util.Arrays;
import org.apache.hadoop.fs.FileStatus;

/**
 * A file of the input.
 *
 * @param status the file's address, length and time
 * @param isNamed whether the user's path or glob matches the file itself; false if it was found in
 *     a folder
 */
public record InputFile(FileStatus status, boolean isNamed) {
  /** Returns the full address. */
  public String address() {
    return status.getPath().toString();
  }

  /** Returns the last part of the address. */
  public String name() {
    return status.getPath().getName();
  }

  boolean isEmpty() {
    return status.getLen() == 0;
  }

  /**
   * Returns whether line breaks and tabs have the same bytes as in ASCII, so that lines can be
   * found without decoding.
   */
  static boolean hasPlainLines(Charset charset) {
    return Arrays.equals("\n\r\t".getBytes(charset), new byte[] {'\n', '\r', '\t'});
  }
}
