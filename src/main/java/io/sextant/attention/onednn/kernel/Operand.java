package io.sextant.attention.onednn.kernel;

import java.util.List;

/**
 * An array that matrix products read.
 *
 * @param target the array that kernels write
 * @param parts the arrays that products read, by their index in {@link ComputeType#terms}; only the
 *     target itself if no {@link BfloatDecomposition} is needed
 */
public record Operand(Address target, List<Address> parts) {

  /** Returns whether products read the target itself. */
  public boolean isWhole() {
    return parts.get(0) == target;
  }
}
