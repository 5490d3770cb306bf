package io.sextant.bert;

import io.sextant.bert.tensorflow.IndexTable;
import io.sextant.bert.tensorflow.MaskedCrc;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Writes LevelDB tables as {@link IndexTable} reads them. */
public final class TableWriter {

  private static final long MAGIC = 0xdb4775248b80fb57L;
  private static final int RESTART_INTERVAL = 3;

  private final int entriesPerBlock;
  private final int compression;
  private final ByteWriter file = new ByteWriter();

  private TableWriter(int entriesPerBlock, int compression) {
    this.entriesPerBlock = entriesPerBlock;
    this.compression = compression;
  }

  /**
   * Returns a table whose blocks name a compression (0 for none, 1 for snappy) but are not
   * compressed.
   */
  public static byte[] write(
      SortedMap<String, byte[]> entries, int entriesPerBlock, int compression) {
    return new TableWriter(entriesPerBlock, compression).write(entries);
  }

  /** Returns a table of any data block and index block, with correct checksums. */
  public static byte[] of(byte[] data, byte[] index) {
    ByteWriter file = new ByteWriter();
    addBlock(file, data);
    int at = file.size();
    addBlock(file, index);
    ByteWriter footer = new ByteWriter().varint(0).varint(0).varint(at).varint(index.length);
    return file.bytes(Arrays.copyOf(footer.toBytes(), 40)).fixed64(MAGIC).toBytes();
  }

  private static void addBlock(ByteWriter file, byte[] block) {
    byte[] typed = Arrays.copyOf(block, block.length + 1);
    file.bytes(typed).fixed32(MaskedCrc.of(ByteBuffer.wrap(typed).order(ByteOrder.LITTLE_ENDIAN)));
  }

  private byte[] write(SortedMap<String, byte[]> entries) {
    SortedMap<String, byte[]> index = new TreeMap<>();
    SortedMap<String, byte[]> block = new TreeMap<>();
    for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
      block.put(entry.getKey(), entry.getValue());
      if (block.size() == entriesPerBlock || entry.getKey().equals(entries.lastKey())) {
        index.put(entry.getKey(), addBlock(block));
        block.clear();
      }
    }
    byte[] metaHandle = addBlock(new TreeMap<>());
    byte[] indexHandle = addBlock(index);
    ByteWriter footer = new ByteWriter().bytes(metaHandle).bytes(indexHandle);
    while (footer.size() < 40) {
      footer.bytes(new byte[1]);
    }
    return file.bytes(footer.toBytes()).fixed64(MAGIC).toBytes();
  }

  /** Appends a block and returns its handle. */
  private byte[] addBlock(SortedMap<String, byte[]> entries) {
    ByteWriter block = new ByteWriter();
    ByteWriter restarts = new ByteWriter().fixed32(0);
    int count = 0;
    byte[] last = {};
    for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
      byte[] key = entry.getKey().getBytes(StandardCharsets.UTF_8);
      int shared = 0;
      if (count > 0 && count % RESTART_INTERVAL == 0) {
        restarts.fixed32(block.size());
      } else {
        while (shared < Math.min(key.length, last.length) && key[shared] == last[shared]) {
          shared++;
        }
      }
      block.varint(shared).varint(key.length - shared).varint(entry.getValue().length);
      block.bytes(ByteBuffer.wrap(key, shared, key.length - shared)).bytes(entry.getValue());
      last = key;
      count++;
    }
    int restartCount = restarts.size() / Integer.BYTES;
    block.bytes(restarts.toBytes()).fixed32(restartCount);
    byte[] handle = new ByteWriter().varint(file.size()).varint(block.size()).toBytes();
    byte[] typed = block.bytes(new byte[] {(byte) compression}).toBytes();
    file.bytes(typed).fixed32(MaskedCrc.of(ByteBuffer.wrap(typed).order(ByteOrder.LITTLE_ENDIAN)));
    return handle;
  }
}
