package io.sextant.bert;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Appends the integers of LevelDB and protobuf. */
public final class ByteWriter {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  public ByteWriter varint(long value) {
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      out.write((int) (rest & 0x7f | 0x80));
      rest >>>= 7;
    }
    out.write((int) rest);
    return this;
  }

  public ByteWriter fixed32(int value) {
    return bytes(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array());
  }

  ByteWriter fixed64(long value) {
    return bytes(ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(value).array());
  }

  public ByteWriter bytes(byte[] bytes) {
    out.writeBytes(bytes);
    return this;
  }

  public ByteWriter bytes(ByteBuffer bytes) {
    byte[] copy = new byte[bytes.remaining()];
    bytes.get(copy);
    return bytes(copy);
  }

  /** Appends a protobuf field of the wire type varint. */
  ByteWriter field(int field, long value) {
    return varint(field << 3).varint(value);
  }

  /** Appends a protobuf field of the wire type length-delimited. */
  ByteWriter field(int field, byte[] value) {
    return varint(field << 3 | 2).varint(value.length).bytes(value);
  }

  /** Appends a protobuf field of the wire type fixed32. */
  ByteWriter field32(int field, int value) {
    return varint(field << 3 | 5).fixed32(value);
  }

  int size() {
    return out.size();
  }

  public byte[] toBytes() {
    return out.toByteArray();
  }
}
