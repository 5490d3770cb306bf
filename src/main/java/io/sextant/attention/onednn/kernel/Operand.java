package io.sextant.attention.onednn.kernel;

import java.util.List;

/**
 * An array that matrix products read.
 *
 * @param target where kernels write it
 * @param parts what products read, one after another as {@link ComputeType#terms} counts them; the
 *     target itself where it needs no {@link BfloatDecomposition}
 */
public record Operand(Address target, List<Address> parts) {

  /** Whether products can read it as soon as it is written. */
  public boolean isWhole() {
    return parts.get(0) == target;
  }
}
