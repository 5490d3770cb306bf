package io.sextant.attention.onednn.kernel;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SCALE;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SCRATCHPAD;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SHIFT;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;

import io.sextant.bert.LayerNorm;
import java.util.Map;
import org.bytedeco.dnnl.engine;
import org.bytedeco.dnnl.global.dnnl.normalization_flags;
import org.bytedeco.dnnl.global.dnnl.prop_kind;
import org.bytedeco.dnnl.layer_normalization_forward;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.memory.data_type;
import org.bytedeco.dnnl.primitive_attr;

/** The kernel that applies a layer norm to [rows, width]. */
public final class LayerNormKernel {
  private static final int SCALE_AND_SHIFT =
      normalization_flags.use_scale.value | normalization_flags.use_shift.value;

  private final engine cpu;
  private final int width;
  private final double epsilon;
  private final memory.desc states;
  private final memory.desc parameters;
  private final memory.desc scratch;
  private final layer_normalization_forward kernel;

  public LayerNormKernel(engine cpu, int rows, int width, double epsilon, NativeScope owner) {
    this.cpu = cpu;
    this.width = width;
    this.epsilon = epsilon;
    states = owner.own(Cpu.dense(data_type.f32, rows, width));
    parameters = owner.own(Cpu.dense(data_type.f32, width));
    try (primitive_attr attributes = Cpu.attributes();
        layer_normalization_forward.primitive_desc description =
            new layer_normalization_forward.primitive_desc(
                cpu,
                prop_kind.forward_inference.value,
                states,
                states,
                (float) epsilon,
                SCALE_AND_SHIFT,
                attributes,
                false)) {
      scratch = owner.own(description.scratchpad_desc());
      kernel = owner.own(new layer_normalization_forward(Cpu.fast(description)));
    }
  }

  /** Returns the kernel for another number of rows, which reads the same packed parameters. */
  public LayerNormKernel of(int rows, NativeScope owner) {
    return new LayerNormKernel(cpu, rows, width, epsilon, owner);
  }

  public PackedLayerNorm pack(LayerNorm norm, NativeScope owner) {
    return new PackedLayerNorm(
        Cpu.array(cpu, parameters, norm.gamma().toArray(), parameters, owner),
        Cpu.array(cpu, parameters, norm.beta().toArray(), parameters, owner));
  }

  /** Returns the kernel, bound to a task's arrays, which may be the same. */
  public Step bind(PackedLayerNorm norm, Address from, Address to, Workspace workspace) {
    return BoundPrimitive.of(
        kernel,
        Map.of(
            DNNL_ARG_SRC, workspace.view(states, from),
            DNNL_ARG_DST, workspace.view(states, to),
            DNNL_ARG_SCALE, norm.scale(),
            DNNL_ARG_SHIFT, norm.shift(),
            DNNL_ARG_SCRATCHPAD, workspace.scratch(scratch)),
        workspace.natives());
  }
}
