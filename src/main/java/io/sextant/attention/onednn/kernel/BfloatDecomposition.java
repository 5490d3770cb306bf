package io.sextant.attention.onednn.kernel;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_ATTR_SCALES;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SCRATCHPAD;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.bytedeco.dnnl.engine;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.memory.data_type;
import org.bytedeco.dnnl.post_ops;
import org.bytedeco.dnnl.primitive_attr;
import org.bytedeco.dnnl.reorder;

/**
 * The kernels that compute the bfloat16 parts of an {@link Operand} from its target. If the target
 * is itself the only part, there are none.
 */
public final class BfloatDecomposition {

  private enum Place {
    TARGET,
    FIRST_PART,
    REST,
    SECOND_PART
  }

  private record Kernel(
      reorder code,
      Place source,
      memory.desc from,
      Place result,
      memory.desc to,
      memory.desc scratch) {}

  private final engine cpu;
  private final memory minusOne;
  private final List<Kernel> kernels = new ArrayList<>();

  /**
   * Creates the kernels.
   *
   * @param count the number of values of an operand
   * @param owner frees the kernels
   */
  public BfloatDecomposition(engine cpu, ComputeType computeType, long count, NativeScope owner) {
    this.cpu = cpu;
    memory.desc one = owner.own(Cpu.dense(data_type.f32, 1));
    memory.desc floats = owner.own(Cpu.dense(data_type.f32, count));
    memory.desc parts = owner.own(Cpu.dense(computeType.part(), count));
    minusOne = Cpu.array(cpu, one, new float[] {-1}, one, owner);
    if (computeType != ComputeType.F32) {
      add(Place.TARGET, floats, Place.FIRST_PART, parts, Cpu.attributes(), owner);
    }
    if (computeType.parts() == 2) {
      add(Place.TARGET, floats, Place.REST, floats, Cpu.attributes(), owner);
      add(Place.FIRST_PART, parts, Place.REST, floats, subtraction(), owner);
      add(Place.REST, floats, Place.SECOND_PART, parts, Cpu.attributes(), owner);
    }
  }

  private void add(
      Place source,
      memory.desc from,
      Place result,
      memory.desc to,
      primitive_attr attributes,
      NativeScope owner) {
    try (attributes;
        reorder.primitive_desc description =
            new reorder.primitive_desc(cpu, from, cpu, to, attributes, false)) {
      memory.desc scratch = owner.own(description.scratchpad_desc());
      reorder code = owner.own(new reorder(Cpu.fast(description)));
      kernels.add(new Kernel(code, source, from, result, to, scratch));
    }
  }

  /**
   * Returns attributes with which a kernel adds its source, scaled by minus one, to its
   * destination.
   */
  private static primitive_attr subtraction() {
    primitive_attr attributes = Cpu.attributes();
    attributes.set_scales_mask(DNNL_ARG_SRC, 0);
    try (post_ops after = new post_ops()) {
      after.append_sum();
      attributes.set_post_ops(after);
    }
    return attributes;
  }

  /**
   * Returns the kernels, bound to arrays.
   *
   * @param rest memory for a copy of the target
   * @param scratch returns a kernel's scratch memory
   */
  public List<Step> bind(
      Operand operand, Address rest, Function<memory.desc, memory> scratch, NativeScope owner) {
    if (operand.isWhole()) {
      return List.of();
    }
    List<Step> steps = new ArrayList<>();
    for (Kernel kernel : kernels) {
      Address from = place(kernel.source(), operand, rest);
      Address to = place(kernel.result(), operand, rest);
      steps.add(
          BoundPrimitive.of(
              kernel.code(),
              Map.of(
                  DNNL_ARG_SRC,
                  owner.own(new memory(kernel.from(), cpu, from)),
                  DNNL_ARG_DST,
                  owner.own(new memory(kernel.to(), cpu, to)),
                  DNNL_ARG_ATTR_SCALES | DNNL_ARG_SRC,
                  minusOne,
                  DNNL_ARG_SCRATCHPAD,
                  scratch.apply(kernel.scratch())),
              owner));
    }
    return steps;
  }

  private static Address place(Place place, Operand operand, Address rest) {
    return switch (place) {
      case TARGET -> operand.target();
      case FIRST_PART -> operand.parts().get(0);
      case REST -> rest;
      case SECOND_PART -> operand.parts().get(1);
    };
  }
}
