package io.sextant.attention.onednn.kernel;

import java.util.List;
import org.bytedeco.dnnl.engine;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.memory.data_type;

/** The kernels of {@code y = f(x W + b)} for x of shape [rows, in] and y of shape [rows, out]. */
public final class Linear {

  /**
   * What is computed for a row.
   *
   * @param in numbers of x
   * @param out numbers of y
   * @param stride numbers from one row of y to the next, at least {@code out}
   * @param postOp what happens to x W + b
   */
  public record Shape(int in, int out, int stride, PostOp postOp) {}

  private final engine cpu;
  private final ComputeType computeType;
  private final Shape shape;
  private final memory.desc x;
  private final memory.desc plain;
  private final memory.desc bias;
  private final memory.desc y;
  private final Matmul matmul;

  /**
   * Makes the kernels. What is added is float32, anything else a result of the compute type.
   *
   * @param owner frees them
   */
  public Linear(engine cpu, ComputeType computeType, int rows, Shape shape, NativeScope owner) {
    this(
        cpu,
        computeType,
        rows,
        shape,
        owner.own(Cpu.anyLayout(computeType.part(), shape.in(), shape.out())),
        owner);
  }

  private Linear(
      engine cpu,
      ComputeType computeType,
      int rows,
      Shape shape,
      memory.desc weights,
      NativeScope owner) {
    this.cpu = cpu;
    this.computeType = computeType;
    this.shape = shape;
    data_type type = shape.postOp() == PostOp.ADD ? data_type.f32 : computeType.result();
    x = owner.own(Cpu.dense(computeType.part(), rows, shape.in()));
    plain = owner.own(Cpu.dense(data_type.f32, shape.in(), shape.out()));
    bias = owner.own(Cpu.dense(data_type.f32, 1, shape.out()));
    long[] size = {rows, shape.out()};
    y = owner.own(Cpu.strided(type, size, new long[] {shape.stride(), 1}));
    matmul =
        new Matmul(cpu, computeType, new Matmul.Shape(x, weights, bias, y), shape.postOp(), owner);
  }

  /** The kernels for other rows, which read weights that were packed for these. */
  public Linear of(int rows, NativeScope owner) {
    return new Linear(cpu, computeType, rows, shape, matmul.weights(), owner);
  }

  /**
   * Brings weights into the layout that this processor reads fastest.
   *
   * @param weights W, [in, out] row-major
   * @param offsets b, [out]
   */
  public PackedDense pack(float[] weights, float[] offsets, NativeScope owner) {
    List<memory> parts =
        computeType.split(weights).stream()
            .map(part -> Cpu.array(cpu, plain, part, matmul.weights(), owner))
            .toList();
    return new PackedDense(parts, Cpu.array(cpu, bias, offsets, bias, owner));
  }

  /** The kernels on a task's arrays. */
  public List<BoundPrimitive> bind(
      PackedDense dense, Operand from, Address to, Workspace workspace) {
    return matmul.bind(
        from.parts().stream().map(part -> workspace.view(x, part)).toList(),
        dense,
        workspace.view(y, to),
        workspace::scratch,
        workspace.natives());
  }
}
