package io.sextant.attention;

import io.sextant.fault.UsageException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The arithmetic of a run. Softmax, layer norms, residuals and sums are float32 in all of them. */
public enum Precision {
  /** What the backend takes for the best on this processor. */
  AUTO,
  /** Matrix products in float32. */
  F32,
  /** Matrix products of bfloat16 operands, summed in float32. */
  BF16,
  /**
   * Every float32 operand as the sum of two bfloat16 numbers, and three products of the halves,
   * summed in float32.
   */
  BF16X3;

  /** The name that options and {@code run.json} use. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The precision of that {@link #label}.
   *
   * @throws UsageException if there is none; the message names the choices
   */
  public static Precision of(String label) {
    return Arrays.stream(values())
        .filter(precision -> precision.label().equals(label))
        .findFirst()
        .orElseThrow(
            () ->
                new UsageException(
                    String.format(
                        Locale.ROOT,
                        "unknown precision \"%s\": choose one of %s",
                        label,
                        Arrays.stream(values())
                            .map(Precision::label)
                            .collect(Collectors.joining(", ")))));
  }
}
