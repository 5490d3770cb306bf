package io.sextant.job.input.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class StrictTextTest {
  @Test
  void bytesThatAreNotUtf8AreNamedAndNeverReplaced() {
    byte[] bytes = {'c', 'a', 'f', (byte) 0xe9, ' ', (byte) 0xc3, (byte) 0xa9};
    String text = StrictText.decode(bytes, bytes.length, StandardCharsets.UTF_8);
    assertThat(text).isEqualTo("caf\udce9 \u00e9");
    assertThat(StrictText.fault(text, StandardCharsets.UTF_8))
        .startsWith("byte 0xE9 is not UTF-8: name the encoding with --encoding");
    assertThat(StrictText.shown(text)).isEqualTo("caf\\xE9 \u00e9");
  }

  @Test
  void aReplacementCharacterOfTheTextItselfIsText() {
    byte[] bytes = "a \ufffd b".getBytes(StandardCharsets.UTF_8);
    String text = StrictText.decode(bytes, bytes.length, StandardCharsets.UTF_8);
    assertThat(text).isEqualTo("a \ufffd b");
    assertThat(StrictText.fault(text, StandardCharsets.UTF_8)).isNull();
  }

  @Test
  void halfOfASurrogatePairIsNamed() {
    assertThat(StrictText.fault("a \ud83d b", StandardCharsets.UTF_8)).contains("\\ud83d");
    assertThat(StrictText.fault("a \ud83d\ude00 b", StandardCharsets.UTF_8)).isNull();
    assertThat(StrictText.shown("\ud83d\ude00 \ud83d")).isEqualTo("\ud83d\ude00 \\ud83d");
  }

  @Test
  void bytesThatACharsetDoesNotHaveAreNamedWithIt() {
    Charset windows = Charset.forName("windows-1252");
    byte[] bytes = {'a', (byte) 0xe9, (byte) 0x81};
    String text = StrictText.decode(bytes, 3, windows);
    assertThat(text).startsWith("a\u00e9");
    assertThat(StrictText.fault(text, windows)).startsWith("byte 0x81 is not windows-1252");
  }

  @Property(tries = 300)
  void anyBytesAreTextOrAFaultAndWhollyThere(@ForAll byte[] bytes) throws IOException {
    for (Charset charset :
        List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      StringWriter read = new StringWriter();
      try (Reader reader = StrictText.reader(new ByteArrayInputStream(bytes), charset)) {
        for (char[] few = new char[3]; ; ) {
          int number = reader.read(few, 0, few.length);
          if (number < 0) {
            break;
          }
          read.write(few, 0, number);
        }
      }
      String text = read.toString();
      boolean isWhole = java.util.Arrays.equals(text.getBytes(charset), bytes);
      assertThat(StrictText.fault(text, charset) == null).isEqualTo(isWhole);
    }
  }
}
