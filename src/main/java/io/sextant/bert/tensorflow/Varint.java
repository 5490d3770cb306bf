package io.sextant.bert.tensorflow;

import io.sextant.fault.BadInputException;
import java.nio.ByteBuffer;

/** Reads the base-128 integers of protobuf and LevelDB, least significant group first. */
public final class Varint {

  private Varint() {}

  /** Reads an integer of up to 64 bits; {@code where} is the file, for messages. */
  public static long read(ByteBuffer bytes, String where) {
    long value = 0;
    for (int shift = 0; shift < Long.SIZE && bytes.hasRemaining(); shift += 7) {
      byte group = bytes.get();
      value |= (group & 0x7fL) << shift;
      if (group >= 0) {
        return value;
      }
    }
    throw new BadInputException(where + " is damaged: an integer does not end");
  }
}
