package io.sextant.bert.tensorflow;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/** Computes the checksum of the files of TensorFlow and LevelDB: a CRC-32C, rotated and shifted. */
public final class MaskedCrc {

  private static final int DELTA = 0xa282ead8;

  private MaskedCrc() {}

  public static int of(ByteBuffer bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes.duplicate());
    return Integer.rotateRight((int) crc.getValue(), 15) + DELTA;
  }
}
