package io.sextant.bert.files;

import io.sextant.fault.BadInputException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Recognises Git LFS pointers: texts of about 130 bytes that stand for large files that were not
 * fetched.
 */
public final class GitLfsPointer {
  private static final byte[] START =
      "version https://git-lfs.github.com/spec/".getBytes(StandardCharsets.US_ASCII);

  private GitLfsPointer() {}

  /** Refuses a file of a checkpoint that is a pointer. */
  public static void refuse(ModelFiles files, String name) {
    if (files.size(name) >= START.length
        && files.slice(name, 0, START.length).equals(ByteBuffer.wrap(START))) {
      throw refusal(files.where(name));
    }
  }

  /** Refuses an archive that is a pointer. */
  static void refuse(Path archive) {
    try (InputStream in = Files.newInputStream(archive)) {
      if (Arrays.equals(in.readNBytes(START.length), START)) {
        throw refusal("model " + archive);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + archive, e);
    }
  }

  private static BadInputException refusal(String where) {
    return new BadInputException(
        where + " is a Git LFS pointer, not the file: run git lfs pull where it was cloned");
  }
}
