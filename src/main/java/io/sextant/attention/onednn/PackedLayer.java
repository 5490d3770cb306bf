package io.sextant.attention.onednn;

import io.sextant.attention.onednn.kernel.Address;
import io.sextant.attention.onednn.kernel.BoundPrimitive;
import io.sextant.attention.onednn.kernel.Linear;
import io.sextant.attention.onednn.kernel.NativeScope;
import io.sextant.attention.onednn.kernel.PackedDense;
import io.sextant.attention.onednn.kernel.PackedLayerNorm;
import io.sextant.attention.onednn.kernel.Workspace;
import io.sextant.bert.BertConfig;
import io.sextant.bert.Dense;
import io.sextant.bert.EncoderLayer;
import java.util.List;
import java.util.function.BiFunction;

/**
 * An encoder layer with packed weights. It has the steps that process all tokens before the
 * attention of each pair, and the steps after it.
 */
final class PackedLayer {
  private final BiFunction<Kernels, Workspace, List<BoundPrimitive>> before;
  private final BiFunction<Kernels, Workspace, List<BoundPrimitive>> after;

  private PackedLayer(
      BiFunction<Kernels, Workspace, List<BoundPrimitive>> before,
      BiFunction<Kernels, Workspace, List<BoundPrimitive>> after) {
    this.before = before;
    this.after = after;
  }

  /**
   * Packs a layer that others follow.
   *
   * @param packing the kernels for whose layout the weights are packed
   */
  static PackedLayer inner(
      BertConfig config, Kernels packing, EncoderLayer layer, NativeScope owner) {
    PackedDense projections =
        pack(
            packing.projections(),
            config,
            List.of(layer.query(), layer.key(), layer.value()),
            owner);
    PackedDense attentionOutput = pack(packing.attentionOutput(), layer.attentionOutput(), owner);
    PackedLayerNorm attentionNorm = packing.norm().pack(layer.attentionNorm(), owner);
    PackedDense intermediate = pack(packing.intermediate(), layer.intermediate(), owner);
    PackedDense output = pack(packing.output(), layer.output(), owner);
    PackedLayerNorm outputNorm = packing.norm().pack(layer.outputNorm(), owner);
    return new PackedLayer(
        (kernels, w) -> project(kernels, kernels.projections(), projections, w),
        (kernels, w) -> {
          Address states = w.states().target();
          return BoundPrimitive.chain(
              kernels.splitHidden(w.context(), w),
              kernels.attentionOutput().bind(attentionOutput, w.context(), states, w),
              List.of(kernels.norm().bind(attentionNorm, states, w)),
              kernels.splitHidden(w.states(), w),
              kernels.intermediate().bind(intermediate, w.states(), w.wide().target(), w),
              kernels.splitWide(w),
              kernels.output().bind(output, w.wide(), states, w),
              List.of(kernels.norm().bind(outputNorm, states, w)));
        });
  }

  /** Packs the last layer, which ends with its attention weights and needs query and key only. */
  static PackedLayer last(
      BertConfig config, Kernels packing, EncoderLayer layer, NativeScope owner) {
    PackedDense projections =
        pack(packing.lastProjections(), config, List.of(layer.query(), layer.key()), owner);
    return new PackedLayer(
        (kernels, w) -> project(kernels, kernels.lastProjections(), projections, w),
        (kernels, w) -> List.of());
  }

  private static List<BoundPrimitive> project(
      Kernels kernels, Linear linear, PackedDense projections, Workspace workspace) {
    return BoundPrimitive.chain(
        kernels.splitHidden(workspace.states(), workspace),
        linear.bind(projections, workspace.states(), workspace.projected().target(), workspace),
        kernels.splitProjected(workspace));
  }

  /** Returns the steps that compute the projections of a task's hidden states. */
  List<BoundPrimitive> before(Kernels kernels, Workspace workspace) {
    return before.apply(kernels, workspace);
  }

  /**
   * Returns the steps that compute the next hidden states from a task's contexts; empty in the last
   * layer.
   */
  List<BoundPrimitive> after(Kernels kernels, Workspace workspace) {
    return after.apply(kernels, workspace);
  }

  private static PackedDense pack(
      Linear linear, BertConfig config, List<Dense> parts, NativeScope owner) {
    JointProjection joint = JointProjection.of(parts, 1 / Math.sqrt(config.headSize()));
    return linear.pack(joint.kernel(), joint.bias(), owner);
  }

  private static PackedDense pack(Linear linear, Dense dense, NativeScope owner) {
    return linear.pack(dense.kernel().toArray(), dense.bias().toArray(), owner);
  }
}
