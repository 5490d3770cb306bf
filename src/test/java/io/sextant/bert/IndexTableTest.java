package io.sextant.bert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

  /** Neither garbage nor an exception that a user could not understand. */
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
