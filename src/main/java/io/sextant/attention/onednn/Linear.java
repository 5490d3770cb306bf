package io.sextant.attention.onednn;

import java.util.List;
import org.bytedeco.dnnl.engine;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.memory.data_type;

/** The kernels of {@code y = f(x W + b)} for x of shape [rows, in] and y of shape [rows, out]. */
final class Linear {

  /**
   * What is computed for a row.
   *
   * @param in numbers of x
   * @param out numbers of y
   * @param stride numbers from one row of y to the next, at least {@code out}
   * @param then what happens to x W + b
   */
  record Shape(int in, int out, int stride, Then then) {}

  private final engine cpu;
  private final Arithmetic arithmetic;
  private final Shape shape;
  private final memory.desc x;
  private final memory.desc plain;
  private final memory.desc bias;
  private final memory.desc y;
  private final Product product;

  /**
   * Makes the kernels. What is added is float32, anything else a result of the arithmetic.
   *
   * @param owner frees them
   */
  Linear(engine cpu, Arithmetic arithmetic, int rows, Shape shape, Natives owner) {
    this(
        cpu,
        arithmetic,
        rows,
        shape,
        owner.own(Cpu.anyLayout(arithmetic.part(), shape.in(), shape.out())),
        owner);
  }

  private Linear(
      engine cpu,
      Arithmetic arithmetic,
      int rows,
      Shape shape,
      memory.desc weights,
      Natives owner) {
    this.cpu = cpu;
    this.arithmetic = arithmetic;
    this.shape = shape;
    data_type type = shape.then() == Then.ADD ? data_type.f32 : arithmetic.result();
    x = owner.own(Cpu.dense(arithmetic.part(), rows, shape.in()));
    plain = owner.own(Cpu.dense(data_type.f32, shape.in(), shape.out()));
    bias = owner.own(Cpu.dense(data_type.f32, 1, shape.out()));
    long[] size = {rows, shape.out()};
    y = owner.own(Cpu.strided(type, size, new long[] {shape.stride(), 1}));
    product =
        new Product(cpu, arithmetic, new Product.Shape(x, weights, bias, y), shape.then(), owner);
  }

  /** The kernels for other rows, which read weights that were packed for these. */
  Linear of(int rows, Natives owner) {
    return new Linear(cpu, arithmetic, rows, shape, product.weights(), owner);
  }

  /**
   * Brings weights into the layout that this processor reads fastest.
   *
   * @param weights W, [in, out] row-major
   * @param offsets b, [out]
   */
  PackedDense pack(float[] weights, float[] offsets, Natives owner) {
    List<memory> parts =
        arithmetic.split(weights).stream()
            .map(part -> Cpu.array(cpu, plain, part, product.weights(), owner))
            .toList();
    return new PackedDense(parts, Cpu.array(cpu, bias, offsets, bias, owner));
  }

  /** The kernels on a task's arrays. */
  List<Step> bind(PackedDense dense, Operand from, Address to, Workspace workspace) {
    return product.bind(
        from.parts().stream().map(part -> workspace.view(x, part)).toList(),
        dense,
        workspace.view(y, to),
        workspace::scratch,
        workspace.natives());
  }
}
