package io.sextant.attention;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * This machine's processor, as Linux tells it.
 *
 * @param vendor such as GenuineIntel; empty where the system does not tell
 * @param flags what it can do, in the kernel's words: avx2, for instance; none where the system
 *     does not tell
 */
public record Processor(String vendor, Set<String> flags) {
  private static final Path INFO = Path.of("/proc/cpuinfo");

  /** The processor of this machine. */
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
