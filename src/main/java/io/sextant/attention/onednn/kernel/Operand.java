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

  /** Returns the operand that begins at a number of this one, whose target is float32. */
  public Operand from(long index, ComputeType computeType) {
    Address first = Address.of(target, index * Float.BYTES);
    if (isWhole()) {
      return new Operand(first, List.of(first));
    }
    long bytes = index * Cpu.bytes(computeType.part());
    return new Operand(first, parts.stream().map(part -> Address.of(part, bytes)).toList());
  }

  /** Returns whether products read the target itself. */
  public boolean isWhole() {
    return parts.get(0) == target;
  }
}
