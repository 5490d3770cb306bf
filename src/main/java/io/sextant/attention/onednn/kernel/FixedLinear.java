package io.sextant.attention.onednn.kernel;

import java.util.List;
import java.util.function.Function;
import org.bytedeco.dnnl.engine;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.memory.data_type;

/**
 * The kernel of {@code y = f(x W + b)} in float32 for a fixed number of rows, on arrays of the
 * caller. The bits of a row do not depend on the other rows.
 */
public final class FixedLinear {
  private final engine cpu;
  private final memory.desc x;
  private final memory.desc plain;
  private final memory.desc bias;
  private final memory.desc y;
  private final Matmul matmul;

  /**
   * Creates the kernel.
   *
   * @param shape its type is float32
   * @param owner frees the kernel
   */
  public FixedLinear(engine cpu, int rows, Linear.Shape shape, NativeScope owner) {
    this.cpu = cpu;
    x = owner.own(Cpu.dense(data_type.f32, rows, shape.in()));
    plain = owner.own(Cpu.dense(data_type.f32, shape.in(), shape.out()));
    bias = owner.own(Cpu.dense(data_type.f32, 1, shape.out()));
    long[] size = {rows, shape.out()};
    y = owner.own(Cpu.strided(data_type.f32, size, new long[] {shape.stride(), 1}));
    memory.desc weights = owner.own(Cpu.anyLayout(data_type.f32, shape.in(), shape.out()));
    Matmul.Shape arrays = new Matmul.Shape(x, weights, bias, y);
    matmul = new Matmul(cpu, ComputeType.F32, arrays, shape.postOp(), owner);
  }

  /**
   * Converts weights to the layout that is fastest on this processor.
   *
   * @param weights W, [in, out] row-major
   * @param offsets b, [out]
   */
  public PackedDense pack(float[] weights, float[] offsets, NativeScope owner) {
    return new PackedDense(
        List.of(Cpu.array(cpu, plain, weights, matmul.weights(), owner)),
        Cpu.array(cpu, bias, offsets, bias, owner));
  }

  /**
   * Returns the kernel, bound to arrays.
   *
   * @param scratch returns the kernel's scratch memory
   * @param owner frees what is bound
   */
  public List<Step> bind(
      PackedDense dense,
      Address from,
      Address to,
      Function<memory.desc, memory> scratch,
      NativeScope owner) {
    return matmul.bind(
        List.of(owner.own(new memory(x, cpu, from))),
        dense,
        owner.own(new memory(y, cpu, to)),
        scratch,
        owner);
  }
}
