package io.sextant.attention;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * The processor of a machine, as Linux describes it.
 *
 * @param vendor the vendor, such as GenuineIntel; empty if it is not known
 * @param flags the features in the kernel's names, such as avx2; empty if they are not known
 */
public record Processor(String vendor, Set<String> flags) {
  private static final Path INFO = Path.of("/proc/cpuinfo");

  /** Returns the processor of this machine. */
  public static Processor here() {
    try {
      List<String> lines = Files.readAllLines(INFO, StandardCharsets.ISO_8859_1);
      return new Processor(
          value(lines, "vendor_id"), Set.of(value(lines, "flags").strip().split("\\s+")));
    } catch (IOException e) {
      return new Processor("", Set.of());
    }
  }

  public boolean has(String... all) {
    return flags.containsAll(List.of(all));
  }

  private static String value(List<String> lines, String key) {
    return lines.stream()
        .filter(line -> line.startsWith(key) && line.contains(":"))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .findFirst()
        .orElse("");
  }
}
