package io.sextant.attention.onednn.kernel;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_BIAS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SCRATCHPAD;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WEIGHTS;

import io.sextant.attention.onednn.kernel.ComputeType.Term;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.bytedeco.dnnl.engine;
import org.bytedeco.dnnl.global.dnnl.cpu_isa;
import org.bytedeco.dnnl.matmul;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.primitive_attr;

/**
 * The kernels of {@code y = f(x W + b)}. There is one for each term of the compute type, and their
 * results are summed in y.
 */
public final class Matmul {

  /** The descriptions of the arrays. The bias is an empty description if there is none. */
  public record Shape(memory.desc x, memory.desc weights, memory.desc bias, memory.desc y) {}

  private record Kernel(matmul code, Term term, memory.desc scratch) {}

  private final List<Kernel> kernels = new ArrayList<>();
  private memory.desc weights;

  /**
   * Creates the kernels, which sum a row of y in the same order for any number of rows.
   *
   * @param shape describes the parts of x and W, and y; the layout of W may be left to oneDNN
   * @param owner frees the kernels
   */
  public Matmul(
      engine cpu, ComputeType computeType, Shape shape, PostOp postOp, NativeScope owner) {
    this(cpu, computeType, shape, postOp, "", owner);
  }

  private Matmul(
      engine cpu,
      ComputeType computeType,
      Shape shape,
      PostOp postOp,
      String name,
      NativeScope owner) {
    weights = shape.weights();
    memory.desc none = owner.own(new memory.desc());
    List<Term> terms = computeType.terms();
    for (int i = 0; i < terms.size(); i++) {
      memory.desc bias = i == 0 ? shape.bias() : none;
      boolean more = i > 0 || postOp == PostOp.ADD;
      PostOp last = i == terms.size() - 1 ? postOp : PostOp.NOTHING;
      try (primitive_attr attributes = last.attributes(more);
          matmul.primitive_desc description = describe(cpu, shape, bias, attributes, name)) {
        // The first kernel chooses the layout of W, and the others use it.
        weights = owner.own(description.weights_desc());
        kernels.add(
            new Kernel(
                owner.own(new matmul(Cpu.fast(description))),
                terms.get(i),
                owner.own(description.scratchpad_desc())));
      }
    }
  }

  /**
   * Creates the kernels of a product of hundreds of rows and columns whose order of summation may
   * depend on their numbers. Without AVX-512 that is oneDNN's general kernel, which is then the
   * fastest: a fifth faster at 512 rows and columns, and slower below 100.
   */
  public static Matmul large(
      engine cpu, ComputeType computeType, Shape shape, PostOp postOp, NativeScope owner) {
    String name = Cpu.has(cpu_isa.avx512_core) ? "" : "gemm:jit";
    return new Matmul(cpu, computeType, shape, postOp, name, owner);
  }

  /** Returns oneDNN's first kernel whose name begins with {@code name}. */
  private matmul.primitive_desc describe(
      engine cpu, Shape shape, memory.desc bias, primitive_attr attributes, String name) {
    matmul.primitive_desc description =
        new matmul.primitive_desc(cpu, shape.x(), weights, bias, shape.y(), attributes, false);
    while (!Cpu.name(description).startsWith(name)) {
      if (!description.next_impl()) {
        throw new IllegalStateException("oneDNN has no kernel " + name + " for a product");
      }
    }
    return description;
  }

  /** Returns the layout of W's parts. */
  public memory.desc weights() {
    return weights;
  }

  /** Returns the kernels, bound to arrays, without a bias. */
  public List<Step> bind(
      List<memory> x,
      List<memory> w,
      memory y,
      Function<memory.desc, memory> scratch,
      NativeScope owner) {
    return bind(x, new PackedDense(w, null), y, scratch, owner);
  }

  /**
   * Returns the kernels, bound to arrays.
   *
   * @param x the parts of x
   * @param dense the parts of W, and the bias
   * @param scratch returns a kernel's scratch memory
   */
  public List<Step> bind(
      List<memory> x,
      PackedDense dense,
      memory y,
      Function<memory.desc, memory> scratch,
      NativeScope owner) {
    List<Step> steps = new ArrayList<>();
    for (Kernel kernel : kernels) {
      Map<Integer, memory> arrays = new HashMap<>();
      arrays.put(DNNL_ARG_SRC, x.get(kernel.term().left()));
      arrays.put(DNNL_ARG_WEIGHTS, dense.weights().get(kernel.term().right()));
      arrays.put(DNNL_ARG_DST, y);
      arrays.put(DNNL_ARG_SCRATCHPAD, scratch.apply(kernel.scratch()));
      if (steps.isEmpty() && dense.bias() != null) {
        arrays.put(DNNL_ARG_BIAS, dense.bias());
      }
      steps.add(BoundPrimitive.of(kernel.code(), arrays, owner));
    }
    return steps;
  }
}
