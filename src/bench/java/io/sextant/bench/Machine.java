package io.sextant.bench;

import io.sextant.attention.Backend;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The processor that the benchmark ran on. */
final class Machine {
  private static final Path CPU_INFO = Path.of("/proc/cpuinfo");

  private Machine() {}

  /** Returns the model name, the number of processors and the vector instruction sets. */
  static String describe() {
    String units =
        Stream.of("avx2", "avx512f", "avx512_bf16", "amx_bf16", "amx_int8")
            .filter(unit -> flags().contains(unit))
            .collect(Collectors.joining(", "));
    return "%s, %d processors, %s, Java %s"
        .formatted(
            field("model name"),
            Runtime.getRuntime().availableProcessors(),
            units,
            Runtime.version());
  }

  /** Returns whether the processor has bfloat16 instructions; otherwise bfloat16 is emulated. */
  static boolean hasBfloat16() {
    return flags().contains("avx512_bf16") || flags().contains("amx_bf16");
  }

  /** Returns whether our kernels may use no more than AVX2 in this run. */
  static boolean keepsToAvx2() {
    return Backend.of("onednn").isa().equals("avx2");
  }

  private static List<String> flags() {
    return List.of(field("flags").split(" "));
  }

  private static String field(String name) {
    try (Stream<String> lines = Files.lines(CPU_INFO)) {
      return lines
          .filter(line -> line.startsWith(name))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse("unknown");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
