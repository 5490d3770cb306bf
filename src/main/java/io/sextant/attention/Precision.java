package io.sextant.attention;

import io.sextant.fault.UsageException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The precision of matrix products. Softmax, layer norms, residuals and sums are float32 in all
 * precisions.
 */
public enum Precision {
  /** The backend's choice for the processor. */
  AUTO,
  /** Matrix products in float32. */
  F32,
  /** Matrix products of bfloat16 operands that are summed in float32. */
  BF16,
  /**
   * Matrix products in which every float32 operand is the sum of two bfloat16 numbers, and three of
   * the four products of these are summed in float32.
   */
  BF16X3;

  /** Returns the name that options and {@code run.json} use. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Returns the precision with a {@link #label}.
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
