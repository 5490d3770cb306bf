package io.sextant.bert;

import io.sextant.bert.tensorflow.MaskedCrc;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Writes TensorFlow's tensor bundles. The tensors are distributed to the data files in turn. */
final class BundleWriter {

  private static final int ENTRIES_PER_BLOCK = 4;

  private BundleWriter() {}

  /** Returns the bundle's files by name. */
  static Map<String, byte[]> write(String stem, SortedMap<String, Value> tensors, int shards) {
    return write(stem, tensors, shards, 0, 0, Map.of());
  }

  /**
   * Returns the bundle's files, with the wrong offsets {@code lies} for some tensors in the index.
   */
  static Map<String, byte[]> write(
      String stem,
      SortedMap<String, Value> tensors,
      int shards,
      int endianness,
      int compression,
      Map<String, Long> lies) {
    SortedMap<String, byte[]> index = new TreeMap<>();
    index.put("", new ByteWriter().field(1, shards).field(2, endianness).toBytes());
    ByteWriter[] data = new ByteWriter[shards];
    for (int shard = 0; shard < shards; shard++) {
      data[shard] = new ByteWriter();
    }
    int next = 0;
    for (Map.Entry<String, Value> tensor : tensors.entrySet()) {
      int shard = next++ % shards;
      long offset = lies.getOrDefault(tensor.getKey(), (long) data[shard].size());
      index.put(tensor.getKey(), entry(tensor.getValue(), shard, offset));
      data[shard].bytes(tensor.getValue().bytes());
    }
    Map<String, byte[]> files = new TreeMap<>();
    files.put(stem + ".index", TableWriter.write(index, ENTRIES_PER_BLOCK, compression));
    for (int shard = 0; shard < shards; shard++) {
      files.put("%s.data-%05d-of-%05d".formatted(stem, shard, shards), data[shard].toBytes());
    }
    return files;
  }

  private static byte[] entry(Value value, int shard, long offset) {
    ByteWriter shape = new ByteWriter();
    for (int dimension : value.shape()) {
      shape.field(2, new ByteWriter().field(1, dimension).toBytes());
    }
    byte[] bytes = value.bytes();
    ByteWriter entry =
        new ByteWriter()
            .field(1, value.type())
            .field(2, shape.toBytes())
            .field(3, shard)
            .field(4, offset)
            .field(5, bytes.length)
            .field32(6, MaskedCrc.of(ByteBuffer.wrap(bytes)));
    return value.sliced() ? entry.field(7, new byte[0]).toBytes() : entry.toBytes();
  }
}
