package io.sextant.attention.onednn;

import java.util.List;

/**
 * An array that matrix products read.
 *
 * @param target where kernels write it
 * @param parts what products read, one after another as {@link Arithmetic#terms} counts them; the
 *     target itself where it needs no {@link Split}
 */
record Operand(Address target, List<Address> parts) {

  /** Whether products can read it as soon as it is written. */
  boolean isWhole() {
    return parts.get(0) == target;
  }
}
