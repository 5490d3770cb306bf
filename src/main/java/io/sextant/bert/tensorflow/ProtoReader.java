package io.sextant.bert.tensorflow;

import io.sextant.fault.BadInputException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Reads a message of the protobuf wire format field by field. After {@link #next()}, call the
 * method of the field's type or {@link #skip()}.
 */
final class ProtoReader {

  private static final int VARINT = 0;
  private static final int FIXED64 = 1;
  private static final int BYTES = 2;
  private static final int FIXED32 = 5;

  private final String where;
  private final ByteBuffer bytes;
  private int tag;

  /** Creates a reader; {@code where} is the file, for messages. */
  ProtoReader(String where, ByteBuffer bytes) {
    this.where = where;
    this.bytes = bytes.slice().order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Advances to the next field; returns false at the end of the message. */
  boolean next() {
    if (!bytes.hasRemaining()) {
      return false;
    }
    tag = (int) Varint.read(bytes, where);
    return true;
  }

  int field() {
    return tag >>> 3;
  }

  long varint() {
    expect(VARINT);
    return Varint.read(bytes, where);
  }

  int int32() {
    long value = varint();
    if (value != (int) value) {
      throw new BadInputException(where + ": field " + field() + " is " + value + ", over 32 bits");
    }
    return (int) value;
  }

  int fixed32() {
    expect(FIXED32);
    return take(Integer.BYTES).getInt();
  }

  ProtoReader message() {
    expect(BYTES);
    return new ProtoReader(where, take(Varint.read(bytes, where)));
  }

  void skip() {
    switch (tag & 7) {
      case VARINT -> Varint.read(bytes, where);
      case FIXED64 -> take(Long.BYTES);
      case BYTES -> take(Varint.read(bytes, where));
      case FIXED32 -> take(Integer.BYTES);
      default -> throw new BadInputException(where + " is damaged: wire type " + (tag & 7));
    }
  }

  private void expect(int wireType) {
    if ((tag & 7) != wireType) {
      throw new BadInputException(
          where
              + " is damaged: field "
              + field()
              + " has wire type "
              + (tag & 7)
              + ", expected "
              + wireType);
    }
  }

  private ByteBuffer take(long length) {
    if (length < 0 || length > bytes.remaining()) {
      throw new BadInputException(where + " is damaged: field " + field() + " goes beyond its end");
    }
    ByteBuffer part = bytes.slice(bytes.position(), (int) length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.position(bytes.position() + (int) length);
    return part;
  }
}
