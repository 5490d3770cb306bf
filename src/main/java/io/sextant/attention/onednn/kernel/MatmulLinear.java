package io.sextant.attention.onednn.kernel;

import java.util.List;
import java.util.function.Function;
import org.bytedeco.dnnl.engine;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.memory.data_type;

/** The kernels of a linear layer as a matrix product. */
public final class MatmulLinear implements Linear {

  /** Creates the product of the described arrays. */
  private interface Product {
    Matmul of(ComputeType computeType, Matmul.Shape arrays, PostOp postOp, NativeScope owner);
  }

  private final engine cpu;
  private final ComputeType computeType;
  private final Product product;
  private final Shape shape;
  private final memory.desc x;
  private final memory.desc plain;
  private final memory.desc bias;
  private final memory.desc y;
  private final Matmul matmul;

  MatmulLinear(engine cpu, ComputeType computeType, int rows, Shape shape, NativeScope owner) {
    this(
        cpu,
        computeType,
        (type, arrays, postOp, scope) -> new Matmul(cpu, type, arrays, postOp, scope),
        rows,
        shape,
        anyLayout(computeType, shape, owner),
        owner);
  }

  private MatmulLinear(
      engine cpu,
      ComputeType computeType,
      Product product,
      int rows,
      Shape shape,
      memory.desc weights,
      NativeScope owner) {
    this.cpu = cpu;
    this.computeType = computeType;
    this.product = product;
    this.shape = shape;
    x = owner.own(Cpu.dense(computeType.part(), rows, shape.in()));
    plain = owner.own(Cpu.dense(data_type.f32, shape.in(), shape.out()));
    bias = owner.own(Cpu.dense(data_type.f32, 1, shape.out()));
    long[] size = {rows, shape.out()};
    y = owner.own(Cpu.strided(shape.type(), size, new long[] {shape.stride(), 1}));
    matmul = product.of(computeType, new Matmul.Shape(x, weights, bias, y), shape.postOp(), owner);
  }

  /**
   * Creates the kernels in float32 that are the fastest for many rows. The bits of a row of y do
   * not depend on the other rows, but may depend on their number.
   */
  public static MatmulLinear large(engine cpu, int rows, Shape shape, NativeScope owner) {
    return new MatmulLinear(
        cpu,
        ComputeType.F32,
        (type, arrays, postOp, scope) -> Matmul.large(cpu, type, arrays, postOp, scope),
        rows,
        shape,
        anyLayout(ComputeType.F32, shape, owner),
        owner);
  }

  private static memory.desc anyLayout(ComputeType computeType, Shape shape, NativeScope owner) {
    return owner.own(Cpu.anyLayout(computeType.part(), shape.in(), shape.out()));
  }

  @Override
  public Linear of(int rows, NativeScope owner) {
    return new MatmulLinear(cpu, computeType, product, rows, shape, matmul.weights(), owner);
  }

  @Override
  public PackedDense pack(float[] weights, float[] offsets, NativeScope owner) {
    List<memory> parts =
        computeType.split(weights).stream()
            .map(part -> Cpu.array(cpu, plain, part, matmul.weights(), owner))
            .toList();
    return new PackedDense(parts, Cpu.array(cpu, bias, offsets, bias, owner));
  }

  @Override
  public List<Step> bind(PackedDense dense, Operand from, Address to, Workspace workspace) {
    return bind(dense, from.parts(), to, workspace::scratch, workspace.natives());
  }

  /**
   * Returns the kernels, bound to arrays of the caller.
   *
   * @param from the parts of x
   * @param scratch returns a kernel's scratch memory
   * @param owner frees what is bound
   */
  public List<Step> bind(
      PackedDense dense,
      List<Address> from,
      Address to,
      Function<memory.desc, memory> scratch,
      NativeScope owner) {
    return matmul.bind(
        from.stream().map(part -> owner.own(new memory(x, cpu, part))).toList(),
        dense,
        owner.own(new memory(y, cpu, to)),
        scratch,
        owner);
  }
}
