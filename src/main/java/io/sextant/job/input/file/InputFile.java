package io.sextant.job.input.file;

import java.nio.charset.Charset;
import java.util.Arrays;
import org.apache.hadoop.fs.FileStatus;

/**
 * A file of the input.
 *
 * @param status its address and length, as listed
 * @param isNamed whether the user named it, or a glob of the user found it; false for what was
 *     found in a folder
 */
public record InputFile(FileStatus status, boolean isNamed) {
  /** The address. */
  public String address() {
    return status.getPath().toString();
  }

  /** The last part of the address. */
  public String name() {
    return status.getPath().getName();
  }

  boolean isEmpty() {
    return status.getLen() == 0;
  }

  /** Whether a line ends with the bytes of ASCII, so that it can be found without decoding. */
  static boolean hasPlainLines(Charset charset) {
    return Arrays.equals("\n\r\t".getBytes(charset), new byte[] {'\n', '\r', '\t'});
  }
}
