package io.sextant.bert.files;

import io.sextant.fault.BadInputException;
import java.nio.ByteBuffer;
import java.util.Set;

/** The files of a checkpoint, by their path from its root, with {@code /} between the parts. */
public interface ModelFiles {

  /** Most bytes that a file other than the weights may have. */
  long SMALL = 64L << 20;

  Set<String> names();

  /** Bytes of a file. */
  long size(String name);

  /** A read-only, little-endian view of a part of a file, which must lie inside it. */
  ByteBuffer slice(String name, long offset, int length);

  /** The file's name for messages, with the path that the user gave. */
  String where(String name);

  /** A small file as a whole: configuration, vocabulary, index. */
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
