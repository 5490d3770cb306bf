package io.sextant.bert.files;

import io.sextant.fault.BadInputException;
import java.nio.ByteBuffer;
import java.util.Set;

/** The files of a checkpoint, named by their paths relative to its root with {@code /}. */
public interface ModelFiles {

  /** The greatest size in bytes of a file other than the weights. */
  long SMALL = 64L << 20;

  Set<String> names();

  /** Returns the size of a file in bytes. */
  long size(String name);

  /** Returns a read-only, little-endian view of a part of a file. The part must be in the file. */
  ByteBuffer slice(String name, long offset, int length);

  /** Returns the file's name for messages, which begins with the path that the user gave. */
  String where(String name);

  /**
   * Returns the content of a small file, such as the configuration, the vocabulary or an index.
   *
   * @throws BadInputException if the file is missing, too large or a Git LFS pointer
   */
  default ByteBuffer read(String name) {
    if (!names().contains(name)) {
      throw new BadInputException(where(name) + " is missing");
    }
    GitLfsPointer.refuse(this, name);
    long size = size(name);
    if (size > SMALL) {
      throw new BadInputException(
          where(name) + " has " + size + " bytes; at most " + SMALL + " are expected");
    }
    return slice(name, 0, (int) size);
  }
}
