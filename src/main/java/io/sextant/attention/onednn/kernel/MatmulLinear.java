package io.sextant.attention.onednn.kernel;

import java.util.List;
import org.bytedeco.dnnl.engine;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.memory.data_type;

/** The kernels of a linear layer as a matrix product. */
final class MatmulLinear implements Linear {
  private final engine cpu;
  private final ComputeType computeType;
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
        rows,
        shape,
        owner.own(Cpu.anyLayout(computeType.part(), shape.in(), shape.out())),
        owner);
  }

  private MatmulLinear(
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

  @Override
  public Linear of(int rows, NativeScope owner) {
    return new MatmulLinear(cpu, computeType, rows, shape, matmul.weights(), owner);
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
    return matmul.bind(
        from.parts().stream().map(part -> workspace.view(x, part)).toList(),
        dense,
        workspace.view(y, to),
        workspace::scratch,
        workspace.natives());
  }
}
