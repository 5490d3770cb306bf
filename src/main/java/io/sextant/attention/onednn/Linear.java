package io.sextant.attention.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_BIAS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SCRATCHPAD;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WEIGHTS;

import java.util.Map;
import org.bytedeco.dnnl.engine;
import org.bytedeco.dnnl.global.dnnl.algorithm;
import org.bytedeco.dnnl.matmul;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.post_ops;
import org.bytedeco.dnnl.primitive_attr;
import org.bytedeco.dnnl.reorder;
import org.bytedeco.dnnl.stream;
import org.bytedeco.javacpp.FloatPointer;

/** The kernel {@code y = f(x W + b)} for x of shape [rows, in] and y of shape [rows, out]. */
final class Linear {

  /** What happens to x W + b. */
  enum Then {
    NOTHING,
    /** The Gaussian error linear unit, with the exact normal distribution function. */
    GELU,
    /** The square root. */
    ROOT,
    /** It is added to what y holds: the residual connection. */
    ADD
  }

  private final engine cpu;
  private final memory.desc x;
  private final memory.desc plain;
  private final memory.desc packed;
  private final memory.desc bias;
  private final memory.desc y;
  private final memory.desc scratch;
  private final matmul kernel;

  /**
   * Makes the kernel.
   *
   * @param stride floats from one row of y to the next, at least {@code out}
   * @param owner frees it
   */
  Linear(engine cpu, int rows, int in, int out, int stride, Then then, Natives owner) {
    this.cpu = cpu;
    x = owner.own(Cpu.dense(rows, in));
    plain = owner.own(Cpu.dense(in, out));
    bias = owner.own(Cpu.dense(1, out));
    y = owner.own(Cpu.strided(new long[] {rows, out}, new long[] {stride, 1}));
    try (memory.desc any = Cpu.anyLayout(in, out);
        primitive_attr attributes = attributes(then);
        matmul.primitive_desc description =
            new matmul.primitive_desc(cpu, x, any, bias, y, attributes, false)) {
      packed = owner.own(description.weights_desc());
      scratch = owner.own(description.scratchpad_desc());
      kernel = owner.own(new matmul(Cpu.fast(description)));
    }
  }

  private static primitive_attr attributes(Then then) {
    primitive_attr attributes = Cpu.attributes();
    try (post_ops after = new post_ops()) {
      switch (then) {
        case NOTHING -> {}
        case GELU -> after.append_eltwise(algorithm.eltwise_gelu_erf, 0, 0);
        case ROOT -> after.append_eltwise(algorithm.eltwise_sqrt, 0, 0);
        case ADD -> after.append_sum();
      }
      attributes.set_post_ops(after);
    }
    return attributes;
  }

  /** Bytes of scratch memory that the kernel needs. */
  long scratchBytes() {
    return scratch.get_size();
  }

  /**
   * Brings weights into the layout that this processor reads fastest.
   *
   * @param weights W, [in, out] row-major
   * @param offsets b, [out]
   */
  PackedDense pack(float[] weights, float[] offsets, Natives owner) {
    memory into = owner.own(new memory(packed, cpu));
    try (FloatPointer values = new FloatPointer(weights);
        memory from = new memory(plain, cpu, values);
        reorder packing = new reorder(from, into);
        stream queue = new stream(cpu)) {
      packing.execute(queue, from, into);
      queue._wait();
    }
    return new PackedDense(into, Cpu.array(cpu, bias, offsets, owner));
  }

  /** The kernel on a task's arrays. */
  Step bind(PackedDense dense, Address from, Address to, Workspace workspace) {
    return Step.of(
        kernel,
        Map.of(
            DNNL_ARG_SRC, workspace.view(x, from),
            DNNL_ARG_WEIGHTS, dense.weights(),
            DNNL_ARG_BIAS, dense.bias(),
            DNNL_ARG_DST, workspace.view(y, to),
            DNNL_ARG_SCRATCHPAD, workspace.view(scratch, workspace.scratch())),
        workspace.natives());
  }
}
