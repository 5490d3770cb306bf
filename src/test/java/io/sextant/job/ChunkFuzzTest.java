package io.sextant.job;

import static org.assertj.core.api.Assertions.assertThatCode;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.github.luben.zstd.ZstdOutputStreamNoFinalizer;
import io.sextant.job.chunk.ChunkFile;
import io.sextant.job.chunk.ChunkStore;
import io.sextant.table.RunDirectory;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.provider.MethodSource;

/** For arbitrary bytes as a committed chunk, {@code --resume} reports whether they are damaged. */
class ChunkFuzzTest {
  private static final String RUN = "0123456789abcdef";

  private static Path chunk;
  private static ChunkStore store;

  static Stream<byte[]> chunks() throws IOException {
    byte[] owner = RUN.getBytes(StandardCharsets.US_ASCII);
    byte[] noText = owner.clone();
    noText[3] = -1;
    return Stream.of(chunk(owner), chunk(noText));
  }

  private static byte[] chunk(byte[] owner) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream data = new DataOutputStream(new ZstdOutputStreamNoFinalizer(bytes))) {
      data.writeInt(ChunkFile.MAGIC);
      data.writeShort(owner.length);
      data.write(owner);
      data.write(new byte[500]);
    }
    return bytes.toByteArray();
  }

  @BeforeAll
  static void makeRun() throws IOException {
    Path run = Files.createTempDirectory("run");
    chunk = Files.createDirectory(run.resolve(ChunkStore.FOLDER)).resolve("chunk-000000");
    store = new ChunkStore(RunDirectory.at(run.toString(), new Configuration()), RUN);
  }

  @AfterAll
  static void deleteRun() throws IOException {
    Files.delete(chunk);
    Files.delete(chunk.getParent());
    Files.delete(chunk.getParent().getParent());
  }

  @MethodSource("chunks")
  @FuzzTest(maxDuration = "100s")
  void anyChunkIsWholeOrDamaged(byte[] bytes) throws IOException {
    Files.write(chunk, bytes);
    assertThatCode(() -> store.damage(0)).doesNotThrowAnyException();
  }
}
