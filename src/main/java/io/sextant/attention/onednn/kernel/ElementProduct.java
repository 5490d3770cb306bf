package io.sextant.attention.onednn.kernel;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SCRATCHPAD;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC_0;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC_1;

import java.util.Map;
import org.bytedeco.dnnl.binary;
import org.bytedeco.dnnl.engine;
import org.bytedeco.dnnl.global.dnnl.algorithm;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.memory.data_type;
import org.bytedeco.dnnl.primitive_attr;

/** The kernel that multiplies an array of shape [rows, width] by another, element by element. */
public final class ElementProduct {
  private final engine cpu;
  private final data_type type;
  private final long width;
  private final memory.desc values;
  private final memory.desc scratch;
  private final binary kernel;

  public ElementProduct(engine cpu, data_type type, long rows, long width, NativeScope owner) {
    this.cpu = cpu;
    this.type = type;
    this.width = width;
    values = owner.own(Cpu.dense(type, rows, width));
    try (primitive_attr attributes = Cpu.attributes();
        binary.primitive_desc description =
            new binary.primitive_desc(
                cpu, algorithm.binary_mul, values, values, values, attributes, false)) {
      scratch = owner.own(description.scratchpad_desc());
      kernel = owner.own(new binary(Cpu.fast(description)));
    }
  }

  /** Returns the kernel for another number of rows. */
  public ElementProduct of(long rows, NativeScope owner) {
    return new ElementProduct(cpu, type, rows, width, owner);
  }

  /** Returns the kernel, bound to a task's arrays, of which the first is changed. */
  public Step bind(Address changed, Address factors, Workspace workspace) {
    memory product = workspace.view(values, changed);
    return BoundPrimitive.of(
        kernel,
        Map.of(
            DNNL_ARG_SRC_0,
            product,
            DNNL_ARG_SRC_1,
            workspace.view(values, factors),
            DNNL_ARG_DST,
            product,
            DNNL_ARG_SCRATCHPAD,
            workspace.scratch(scratch)),
        workspace.natives());
  }
}
