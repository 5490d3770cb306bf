package io.sextant.bert.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.bert.ByteWriter;
import io.sextant.bert.TableWriter;
import io.sextant.bert.TinyBert;
import io.sextant.fault.BadInputException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class IndexTableTest {

  private static final SortedMap<String, byte[]> SOME =
      new TreeMap<>(
          Map.of(
              "", new byte[] {1},
              "bert/layer_0/bias", new byte[] {2, 3},
              "bert/layer_0/kernel", new byte[] {4},
              "bert/layer_1/bias", new byte[0],
              "cls", new byte[] {-1}));

  @Property(tries = 200)
  void whatIsWrittenIsRead(
      @ForAll("tables") Map<String, byte[]> entries,
      @ForAll @IntRange(min = 1, max = 9) int block) {
    byte[] file = TableWriter.write(new TreeMap<>(entries), block, 0);
    assertThat(contents(file)).isEqualTo(asStrings(entries));
  }

  /** Arbitrary bytes are refused with a message, and not read or ended with another exception. */
  @Property(tries = 2000)
  void aChangedByteIsNoticed(
      @ForAll @IntRange(min = 0, max = 1_000_000) int at,
      @ForAll @IntRange(min = 1, max = 255) int flip) {
    byte[] file = TableWriter.write(SOME, 2, 0);
    file[at % file.length] ^= (byte) flip;
    assertThatReadsAsBeforeOrIsRefused(file);
  }

  @Property(tries = 300)
  void aCutFileIsRefused(@ForAll @IntRange(min = 0, max = 1_000_000) int length) {
    byte[] file = TableWriter.write(SOME, 2, 0);
    byte[] cut = Arrays.copyOf(file, length % file.length);
    assertThatThrownBy(() -> contents(cut))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("t.index is not a TensorFlow checkpoint index");
  }

  @Test
  void aSnappyBlockIsRefusedByName() {
    byte[] file = TableWriter.write(SOME, 2, 1);
    assertThatThrownBy(() -> contents(file))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("t.index is compressed (snappy)");
  }

  @Test
  void keysThatDoNotAscendAreRefused() {
    byte[] data = block(entry("b", new byte[1]), entry("a", new byte[1]));
    assertThatThrownBy(() -> contents(TableWriter.of(data, block(entry("b", handleOf(data))))))
        .isInstanceOf(BadInputException.class)
        .hasMessage("t.index is damaged: its keys do not ascend");
  }

  /** Otherwise a small file could expand to its number of handles times its number of entries. */
  @Test
  void aBlockThatIsNamedTwiceIsRefused() {
    byte[] data = block(entry("a", new byte[1]));
    byte[] index = block(entry("a", handleOf(data)), entry("b", handleOf(data)));
    assertThatThrownBy(() -> contents(TableWriter.of(data, index)))
        .isInstanceOf(BadInputException.class)
        .hasMessageMatching("t.index is damaged: the block at byte 0 .* overlaps another");
  }

  /** Each key repeats the key before and adds a byte, so that 50 kB expand to 150 MB of names. */
  @Test
  void keysThatGrowWithoutBoundAreRefused() {
    ByteWriter data = new ByteWriter();
    for (int shared = 0; shared < 17_000; shared++) {
      data.varint(shared).varint(1).varint(0).bytes(new byte[] {'a'});
    }
    byte[] block = block(data.toBytes());
    assertThatThrownBy(() -> contents(TableWriter.of(block, block(entry("b", handleOf(block))))))
        .isInstanceOf(BadInputException.class)
        .hasMessage("t.index has names of more than 67108864 bytes: this is not a model");
  }

  private static byte[] entry(String key, byte[] value) {
    byte[] bytes = TinyBert.utf8(key);
    ByteWriter entry = new ByteWriter().varint(0).varint(bytes.length).varint(value.length);
    return entry.bytes(bytes).bytes(value).toBytes();
  }

  private static byte[] block(byte[]... entries) {
    ByteWriter block = new ByteWriter();
    for (byte[] entry : entries) {
      block.bytes(entry);
    }
    return block.fixed32(0).fixed32(1).toBytes();
  }

  /** Returns the handle of a block at the beginning of the file. */
  private static byte[] handleOf(byte[] block) {
    return new ByteWriter().varint(0).varint(block.length).toBytes();
  }

  @Provide
  Arbitrary<Map<String, byte[]>> tables() {
    Arbitrary<String> keys = Arbitraries.strings().withChars("ab/_é").ofMaxLength(12);
    Arbitrary<byte[]> values = Arbitraries.bytes().array(byte[].class).ofMaxSize(200);
    return Arbitraries.maps(keys, values).ofMinSize(1).ofMaxSize(30);
  }

  private static void assertThatReadsAsBeforeOrIsRefused(byte[] file) {
    try {
      assertThat(contents(file)).isEqualTo(asStrings(SOME));
    } catch (BadInputException e) {
      assertThat(e).hasMessageStartingWith("t.index");
    }
  }

  private static Map<String, String> contents(byte[] file) {
    return new IndexTable("t.index", ByteBuffer.wrap(file))
        .entries().entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey,
                    entry -> {
                      byte[] bytes = new byte[entry.getValue().remaining()];
                      entry.getValue().get(bytes);
                      return Arrays.toString(bytes);
                    }));
  }

  private static Map<String, String> asStrings(Map<String, byte[]> entries) {
    return entries.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> Arrays.toString(entry.getValue())));
  }
}
