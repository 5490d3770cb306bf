package io.sextant.bert.safetensors;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sextant.bert.HeldFiles;
import io.sextant.bert.TinyBert;
import io.sextant.bert.TinyHuggingFace;
import io.sextant.bert.TinyHuggingFace.Stored;
import io.sextant.bert.huggingface.HuggingFaceSource;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Reads safetensors files with an arbitrary header and header size, followed by zeros. */
class SafetensorsFuzzTest {
  private static final TinyHuggingFace MODEL = new TinyHuggingFace(new TinyBert("bert/"));
  private static final HeldFiles FILES = new HeldFiles(MODEL.files());
  private static final int VALUES =
      MODEL.tensors.values().stream().mapToInt(stored -> stored.bytes().length).sum();

  static Stream<byte[]> heads() {
    ObjectNode twice = TinyHuggingFace.header(MODEL.tensors);
    twice.putObject("__metadata__").put("format", "pt");
    return Stream.of(TinyHuggingFace.header(MODEL.tensors), twice)
        .map(header -> TinyHuggingFace.safetensors(header, Map.<String, Stored>of()));
  }

  @MethodSource("heads")
  @FuzzTest(maxDuration = "100s")
  void anyHeadIsReadOrRefused(byte[] head) {
    byte[] file = Arrays.copyOf(head, head.length + VALUES);
    FILES.with(Safetensors.FILE, file).areReadOrRefused(f -> new HuggingFaceSource("it", f));
  }
}
