package io.sextant.bert.tensorflow;

import io.sextant.bert.files.ModelFiles;
import io.sextant.fault.BadInputException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Reads a sorted string table in LevelDB's format (LevelDB's doc/table_format.md,
 * tensorflow/core/lib/io/table). A footer of 48 bytes points to an index block, whose values point
 * to the data blocks.
 */
public final class IndexTable {

  private static final long MAGIC = 0xdb4775248b80fb57L;
  private static final int FOOTER = 48;
  private static final int TRAILER = 5;

  private final String where;
  private final ByteBuffer file;

  /** Creates a reader; {@code where} is the file, for messages. */
  public IndexTable(String where, ByteBuffer file) {
    this.where = where;
    this.file = file.slice().order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Returns all keys and values, in the order of the table. */
  public Map<String, ByteBuffer> entries() {
    int footer = file.limit() - FOOTER;
    if (footer < 0 || file.getLong(file.limit() - Long.BYTES) != MAGIC) {
      throw new BadInputException(
          where
              + " is not a TensorFlow checkpoint index: its last 8 bytes are not the format's magic number");
    }
    ByteBuffer handles = file.slice(footer, FOOTER);
    readHandle(handles); // the meta index block, which is empty
    Entries entries = new Entries();
    scan(
        block(readHandle(handles)),
        (last, handle) -> scan(entries.block(readHandle(handle)), entries::add));
    return entries.found;
  }

  /**
   * Collects the entries of the data blocks. The blocks must not overlap and the keys must ascend,
   * so that a small file cannot expand to many entries.
   */
  private final class Entries {
    final Map<String, ByteBuffer> found = new LinkedHashMap<>();
    private byte[] last;
    private long end;
    private long keyBytes;

    ByteBuffer block(Handle handle) {
      if (handle.offset < end) {
        throw new BadInputException(where + " is damaged: " + handle + " overlaps another");
      }
      ByteBuffer block = IndexTable.this.block(handle);
      end = handle.offset + handle.size;
      return block;
    }

    void add(byte[] key, ByteBuffer value) {
      if (last != null && Arrays.compareUnsigned(last, key) >= 0) {
        throw new BadInputException(where + " is damaged: its keys do not ascend");
      }
      keyBytes += key.length;
      if (keyBytes > ModelFiles.SMALL) {
        throw new BadInputException(
            where + " has names of more than " + ModelFiles.SMALL + " bytes: this is not a model");
      }
      last = key;
      found.put(new String(key, StandardCharsets.UTF_8), value);
    }
  }

  private Handle readHandle(ByteBuffer bytes) {
    return new Handle(Varint.read(bytes, where), Varint.read(bytes, where));
  }

  /** Returns the contents of a block after checking its checksum. */
  private ByteBuffer block(Handle handle) {
    long room = file.limit() - FOOTER - TRAILER;
    if (handle.offset < 0
        || handle.size < 0
        || handle.size > room
        || handle.offset > room - handle.size) {
      throw new BadInputException(
          where + " is damaged: " + handle + " is outside the file of " + file.limit() + " bytes");
    }
    int offset = (int) handle.offset;
    int size = (int) handle.size;
    if (MaskedCrc.of(file.slice(offset, size + 1)) != file.getInt(offset + size + 1)) {
      throw new BadInputException(
          where + " is damaged: the checksum of " + handle + " does not match; get it again");
    }
    byte compression = file.get(offset + size);
    if (compression != 0) {
      throw new BadInputException(
          where
              + " is compressed ("
              + (compression == 1 ? "snappy" : "method " + compression)
              + "), which is not supported: save the checkpoint again with TensorFlow's Saver");
    }
    return file.slice(offset, size).order(ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * Visits the entries of a block. A key is stored as the length of the prefix that it shares with
   * the key before, and the rest.
   */
  private void scan(ByteBuffer block, BiConsumer<byte[], ByteBuffer> visitor) {
    block.limit(restarts(block));
    byte[] key = {};
    while (block.hasRemaining()) {
      long shared = Varint.read(block, where);
      long added = Varint.read(block, where);
      long length = Varint.read(block, where);
      if (shared < 0 || shared > key.length || added < 0 || length < 0) {
        throw damagedBlock();
      }
      ByteBuffer suffix = take(block, added);
      key = Arrays.copyOf(key, (int) shared + suffix.remaining());
      suffix.get(key, (int) shared, suffix.remaining());
      visitor.accept(key, take(block, length));
    }
  }

  private int restarts(ByteBuffer block) {
    if (block.limit() < Integer.BYTES) {
      throw damagedBlock();
    }
    long count = Integer.toUnsignedLong(block.getInt(block.limit() - Integer.BYTES));
    long start = block.limit() - Integer.BYTES * (count + 1);
    if (start < 0) {
      throw damagedBlock();
    }
    return (int) start;
  }

  private ByteBuffer take(ByteBuffer block, long length) {
    if (length > block.remaining()) {
      throw damagedBlock();
    }
    ByteBuffer part = block.slice(block.position(), (int) length);
    block.position(block.position() + (int) length);
    return part;
  }

  private BadInputException damagedBlock() {
    return new BadInputException(where + " is damaged: a block's entries go beyond its end");
  }

  /** The place of a block in the file. */
  private record Handle(long offset, long size) {
    @Override
    public String toString() {
      return "the block at byte " + offset + " of length " + size;
    }
  }
}
