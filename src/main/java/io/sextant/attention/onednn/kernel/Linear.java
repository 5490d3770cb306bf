package io.sextant.attention.onednn.kernel;

import io.sextant.bert.Dense;
import java.util.List;
import org.bytedeco.dnnl.engine;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.memory.data_type;

/** The kernels of {@code y = f(x W + b)} for x of shape [rows, in] and y of shape [rows, out]. */
public final class Linear {

  /**
   * The computation for one row.
   *
   * @param in the width of x
   * @param out the width of y
   * @param stride the distance between two rows of y in numbers, at least {@code out}
   * @param postOp the operation f on x W + b
   * @param type the data type of y
   */
  public record Shape(int in, int out, int stride, PostOp postOp, data_type type) {}

  private final engine cpu;
  private final ComputeType computeType;
  private final Shape shape;
  private final memory.desc x;
  private final memory.desc plain;
  private final memory.desc bias;
  private final memory.desc y;
  private final Matmul matmul;

  /**
   * Creates the kernels.
   *
   * @param owner frees the kernels
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
    x = owner.own(Cpu.dense(computeType.part(), rows, shape.in()));
    plain = owner.own(Cpu.dense(data_type.f32, shape.in(), shape.out()));
    bias = owner.own(Cpu.dense(data_type.f32, 1, shape.out()));
    long[] size = {rows, shape.out()};
    y = owner.own(Cpu.strided(shape.type(), size, new long[] {shape.stride(), 1}));
    matmul =
        new Matmul(cpu, computeType, new Matmul.Shape(x, weights, bias, y), shape.postOp(), owner);
  }

  /** Returns kernels for another number of rows, which read weights packed for these kernels. */
  public Linear of(int rows, NativeScope owner) {
    return new Linear(cpu, computeType, rows, shape, matmul.weights(), owner);
  }

  /**
   * Converts weights to the layout that is fastest on this processor.
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

  /** Converts the weights of a layer. */
  public PackedDense pack(Dense dense, NativeScope owner) {
    return pack(dense.kernel().toArray(), dense.bias().toArray(), owner);
  }

  /** Returns the kernels, bound to a task's arrays. */
  public List<Step> bind(PackedDense dense, Operand from, Address to, Workspace workspace) {
    return matmul.bind(
        from.parts().stream().map(part -> workspace.view(x, part)).toList(),
        dense,
        workspace.view(y, to),
        workspace::scratch,
        workspace.natives());
  }
}
