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

/** The kernels of {@code y = f(x W + b)}: one for each term of the compute type, added up in y. */
public final class Matmul {

  /** What is multiplied, and into what. The bias is an empty description where there is none. */
  public record Shape(memory.desc x, memory.desc weights, memory.desc bias, memory.desc y) {}

  private record Kernel(matmul code, Term term, memory.desc scratch) {}

  private final List<Kernel> kernels = new ArrayList<>();
  private memory.desc weights;

  /**
   * Makes the kernels.
   *
   * @param shape of parts of x and W, and of y; W may be of any layout
   * @param owner frees them
   */
  public Matmul(
      engine cpu, ComputeType computeType, Shape shape, PostOp postOp, NativeScope owner) {
    weights = shape.weights();
    memory.desc none = owner.own(new memory.desc());
    List<Term> terms = computeType.terms();
    for (int i = 0; i < terms.size(); i++) {
      memory.desc bias = i == 0 ? shape.bias() : none;
      boolean more = i > 0 || postOp == PostOp.ADD;
      PostOp last = i == terms.size() - 1 ? postOp : PostOp.NOTHING;
      try (primitive_attr attributes = last.attributes(more);
          matmul.primitive_desc description = describe(cpu, shape, bias, attributes)) {
        // The first kernel chooses the layout of W, and the others take it.
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
   * The kernel that is fastest. Below AVX-512 that is oneDNN's general one, by a factor of 1.5 in
   * the linear layers; it comes behind the blocked ones in its list.
   */
  private matmul.primitive_desc describe(
      engine cpu, Shape shape, memory.desc bias, primitive_attr attributes) {
    matmul.primitive_desc description = first(cpu, shape, bias, attributes);
    if (Cpu.has(cpu_isa.avx512_core)) {
      return description;
    }
    do {
      if (Cpu.name(description).startsWith("gemm:jit")) {
        return description;
      }
    } while (description.next_impl());
    description.close();
    return first(cpu, shape, bias, attributes);
  }

  private matmul.primitive_desc first(
      engine cpu, Shape shape, memory.desc bias, primitive_attr attributes) {
    return new matmul.primitive_desc(cpu, shape.x(), weights, bias, shape.y(), attributes, false);
  }

  /** The layout of W's parts. */
  public memory.desc weights() {
    return weights;
  }

  /** The kernels on arrays, without a bias. */
  public List<BoundPrimitive> bind(
      List<memory> x,
      List<memory> w,
      memory y,
      Function<memory.desc, memory> scratch,
      NativeScope owner) {
    return bind(x, new PackedDense(w, null), y, scratch, owner);
  }

  /**
   * The kernels on arrays.
   *
   * @param x its parts
   * @param dense W's parts, and the bias
   * @param scratch gives a kernel its scratch memory
   */
  public List<BoundPrimitive> bind(
      List<memory> x,
      PackedDense dense,
      memory y,
      Function<memory.desc, memory> scratch,
      NativeScope owner) {
    List<BoundPrimitive> steps = new ArrayList<>();
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
