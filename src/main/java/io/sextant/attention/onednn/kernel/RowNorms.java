package io.sextant.attention.onednn.kernel;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SCRATCHPAD;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;

import java.util.Map;
import org.bytedeco.dnnl.engine;
import org.bytedeco.dnnl.global.dnnl.algorithm;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.memory.data_type;
import org.bytedeco.dnnl.primitive_attr;
import org.bytedeco.dnnl.reduction;

/** The kernel that computes the square root of the sum of each row of [rows, width], in float32. */
public final class RowNorms {
  private final memory.desc squares;
  private final memory.desc norms;
  private final memory.desc scratch;
  private final reduction kernel;

  public RowNorms(engine cpu, long rows, long width, NativeScope owner) {
    squares = owner.own(Cpu.dense(data_type.f32, rows, width));
    norms = owner.own(Cpu.dense(data_type.f32, rows, 1));
    try (primitive_attr attributes = PostOp.ROOT.attributes(false);
        reduction.primitive_desc description =
            new reduction.primitive_desc(
                cpu, algorithm.reduction_sum, squares, norms, 0, 0, attributes, false)) {
      scratch = owner.own(description.scratchpad_desc());
      kernel = owner.own(new reduction(Cpu.fast(description)));
    }
  }

  /** Returns the kernel, bound to a task's arrays. */
  public Step bind(Address from, Address to, Workspace workspace) {
    return BoundPrimitive.of(
        kernel,
        Map.of(
            DNNL_ARG_SRC, workspace.view(squares, from),
            DNNL_ARG_DST, workspace.view(norms, to),
            DNNL_ARG_SCRATCHPAD, workspace.scratch(scratch)),
        workspace.natives());
  }
}
