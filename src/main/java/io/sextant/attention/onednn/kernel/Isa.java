package io.sextant.attention.onednn.kernel;

import static org.bytedeco.dnnl.global.dnnl.dnnl_get_effective_cpu_isa;
import static org.bytedeco.dnnl.global.dnnl.dnnl_set_max_cpu_isa;

import io.sextant.attention.Processor;
import io.sextant.fault.BadInputException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import org.bytedeco.dnnl.global.dnnl.cpu_isa;

/**
 * oneDNN's instruction sets, named as in oneDNN in lower case. A set is a bit mask that includes
 * the bits of all lesser sets. A process uses one set from its first kernel on and cannot change it
 * afterwards.
 */
public final class Isa {
  /** The environment variable with which oneDNN limits the instruction set. */
  private static final String CAP = "ONEDNN_MAX_CPU_ISA";

  /** The name of the set of a processor that is not x86-64: oneDNN chooses it, and has no name. */
  private static final String UNNAMED = "default";

  private Isa() {}

  /** Returns the set that oneDNN uses in this process. It cannot be changed after this call. */
  public static String effective() {
    Cpu.requireLibrary();
    return name(dnnl_get_effective_cpu_isa());
  }

  /**
   * Makes oneDNN use a set in this process, and no better one.
   *
   * @throws BadInputException if the processor lacks the set, or the process uses another
   */
  public static synchronized void use(String name) {
    Cpu.requireLibrary();
    cpu_isa wanted = named(name);
    // The call fails after the first kernel; then the set in use must be the wanted one already.
    dnnl_set_max_cpu_isa(wanted.value);
    int used = dnnl_get_effective_cpu_isa();
    if (used != wanted.value) {
      throw new BadInputException(
          String.format(
              Locale.ROOT,
              "oneDNN uses instruction set %s in this process, not %s: choose --isa %s, or an earlier one that every machine has",
              name(used),
              name(wanted.value),
              name(used)));
    }
  }

  /**
   * Returns the best set of a processor. oneDNN is not asked, because that would fix its choice.
   *
   * @param cap the value of {@link #CAP}; null for no limit
   */
  public static String ofProcessor(Processor processor, String cap) {
    int mask = 0;
    mask |= processor.has("sse4_1") ? cpu_isa.sse41.value : 0;
    mask |= processor.has("avx") ? cpu_isa.avx.value : 0;
    mask |= processor.has("avx2") ? cpu_isa.avx2.value : 0;
    mask |= processor.has("avx2", "avx_vnni") ? cpu_isa.avx2_vnni.value : 0;
    mask |=
        processor.has("avx2", "avx_vnni", "avx_vnni_int8", "avx_ne_convert")
            ? cpu_isa.avx2_vnni_2.value
            : 0;
    if (processor.has("avx2", "avx512f", "avx512cd", "avx512bw", "avx512vl", "avx512dq")) {
      mask |= cpu_isa.avx512_core.value;
      mask |= processor.has("avx512_vnni") ? cpu_isa.avx512_core_vnni.value : 0;
      if (processor.has("avx512_vnni", "avx512_bf16")) {
        mask |= cpu_isa.avx512_core_bf16.value;
        if (processor.has("avx512_fp16", "avx_vnni")) {
          mask |= cpu_isa.avx512_core_fp16.value;
          boolean tiles = processor.has("amx_tile", "amx_int8", "amx_bf16");
          mask |= tiles ? cpu_isa.avx512_core_amx.value : 0;
          mask |= tiles && processor.has("amx_fp16") ? cpu_isa.avx512_core_amx_fp16.value : 0;
        }
      }
    }
    boolean capped = cap != null && !cap.isBlank() && !cap.matches("(?i)all|default");
    return name(largest(capped ? mask & named(cap).value : mask));
  }

  public static String ofThisProcessor() {
    return ofProcessor(Processor.here(), System.getenv(CAP));
  }

  /** Returns the best set that all of the given sets include. */
  public static String common(Collection<String> names) {
    return name(
        largest(names.stream().mapToInt(name -> named(name).value).reduce(-1, (a, b) -> a & b)));
  }

  /** Returns whether a set includes another. */
  public static boolean has(String name, cpu_isa other) {
    return (named(name).value & other.value) == other.value;
  }

  /** Returns the set of a name; {@code avx512} is short for the least set with AVX-512. */
  public static cpu_isa named(String name) {
    if (name.equals(UNNAMED)) {
      return cpu_isa.isa_default;
    }
    String lower = name.toLowerCase(Locale.ROOT);
    String key = lower.equals("avx512") ? "avx512_core" : lower;
    return Arrays.stream(cpu_isa.values())
        .filter(isa -> isa != cpu_isa.isa_default && isa.name().equals(key))
        .findFirst()
        .orElseThrow(
            () ->
                new BadInputException(
                    String.format(
                        Locale.ROOT,
                        "there is no instruction set '%s': choose auto or one of %s",
                        name,
                        Arrays.stream(cpu_isa.values())
                            .filter(isa -> isa != cpu_isa.isa_default)
                            .map(Enum::name)
                            .collect(Collectors.joining(", ")))));
  }

  /**
   * Returns the name of a set, the first one if it has two; {@code default} for the set of a
   * processor that is not x86-64.
   */
  public static String name(int mask) {
    return Arrays.stream(cpu_isa.values())
        .filter(isa -> isa.value == mask && isa != cpu_isa.isa_default)
        .map(Enum::name)
        .findFirst()
        .orElse(mask == 0 ? UNNAMED : "isa_0x" + Integer.toHexString(mask));
  }

  /** Returns the largest set that a mask includes. */
  private static int largest(int mask) {
    return Arrays.stream(cpu_isa.values())
        .mapToInt(isa -> isa.value)
        .filter(isa -> (isa & mask) == isa)
        .reduce(0, (a, b) -> Integer.bitCount(b) > Integer.bitCount(a) ? b : a);
  }
}
