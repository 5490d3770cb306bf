package io.sextant.attention.onednn.kernel;

import io.sextant.bert.Dense;
import java.util.List;
import org.bytedeco.dnnl.engine;
import org.bytedeco.dnnl.global.dnnl.cpu_isa;
import org.bytedeco.dnnl.memory.data_type;

/**
 * The kernels of {@code y = f(x W + b)} for x of shape [rows, in] and y of shape [rows, out]. A row
 * of y has the same bits for any number of rows.
 */
public interface Linear {

  /**
   * The computation for one row.
   *
   * @param in the width of x
   * @param out the width of y
   * @param stride the distance between two rows of y in numbers, at least {@code out}
   * @param postOp the operation f on x W + b
   * @param type the data type of y
   */
  record Shape(int in, int out, int stride, PostOp postOp, data_type type) {}

  /**
   * Creates the fastest kernels for this processor.
   *
   * @param owner frees the kernels
   */
  static Linear create(
      engine cpu, ComputeType computeType, int rows, Shape shape, NativeScope owner) {
    boolean onAvx2 = Cpu.has(cpu_isa.avx2) && !Cpu.has(cpu_isa.avx512_core);
    return onAvx2 && ConvolutionLinear.takes(shape)
        ? new ConvolutionLinear(cpu, rows, shape, owner)
        : new MatmulLinear(cpu, computeType, rows, shape, owner);
  }

  /** Returns kernels for another number of rows, which read weights packed for these kernels. */
  Linear of(int rows, NativeScope owner);

  /**
   * Converts weights to the layout that is fastest on this processor.
   *
   * @param weights W, [in, out] row-major
   * @param offsets b, [out]
   */
  PackedDense pack(float[] weights, float[] offsets, NativeScope owner);

  /** Converts the weights of a layer. */
  default PackedDense pack(Dense dense, NativeScope owner) {
    return pack(dense.kernel().toArray(), dense.bias().toArray(), owner);
  }

  /** Returns the kernels, bound to a task's arrays. */
  List<Step> bind(PackedDense dense, Operand from, Address to, Workspace workspace);
}
