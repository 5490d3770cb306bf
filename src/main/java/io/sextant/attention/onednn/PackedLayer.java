package io.sextant.attention.onednn;

import io.sextant.attention.Rotation;
import io.sextant.attention.onednn.kernel.Address;
import io.sextant.attention.onednn.kernel.Linear;
import io.sextant.attention.onednn.kernel.NativeScope;
import io.sextant.attention.onednn.kernel.Operand;
import io.sextant.attention.onednn.kernel.PackedDense;
import io.sextant.attention.onednn.kernel.PackedLayerNorm;
import io.sextant.attention.onednn.kernel.Step;
import io.sextant.attention.onednn.kernel.Workspace;
import io.sextant.bert.BertConfig;
import io.sextant.bert.Dense;
import io.sextant.bert.EncoderLayer;
import io.sextant.bert.LayerNorm;
import io.sextant.bert.NormPlacement;
import java.util.List;

/**
 * An encoder layer with packed weights. It has the steps that process all tokens before the
 * attention of each pair, and the steps after it.
 */
final class PackedLayer {
  private final BertConfig config;
  private final boolean whole;
  private final PackedDense projections;
  private final PackedLayerNorm attentionNorm;
  private final PackedDense attentionOutput;
  private final PackedLayerNorm feedForwardNorm;
  private final PackedFeedForward feedForward;

  private PackedLayer(
      BertConfig config, Kernels packing, EncoderLayer layer, boolean whole, NativeScope owner) {
    this.config = config;
    this.whole = whole;
    projections =
        whole
            ? project(packing.projections(), owner, layer.query(), layer.key(), layer.value())
            : project(packing.lastProjections(), owner, layer.query(), layer.key());
    attentionNorm = pack(packing, layer.attentionNorm(), owner);
    attentionOutput = whole ? packing.attentionOutput().pack(layer.attentionOutput(), owner) : null;
    feedForwardNorm = whole ? pack(packing, layer.feedForwardNorm(), owner) : null;
    feedForward = whole ? PackedFeedForward.of(packing, layer.feedForward(), owner) : null;
  }

  /**
   * Packs a layer that others follow.
   *
   * @param packing the kernels for whose layout the weights are packed
   */
  static PackedLayer inner(
      BertConfig config, Kernels packing, EncoderLayer layer, NativeScope owner) {
    return new PackedLayer(config, packing, layer, true, owner);
  }

  /** Packs the last layer, which ends with its attention weights and needs query and key only. */
  static PackedLayer last(
      BertConfig config, Kernels packing, EncoderLayer layer, NativeScope owner) {
    return new PackedLayer(config, packing, layer, false, owner);
  }

  private PackedDense project(Linear linear, NativeScope owner, Dense... parts) {
    JointProjection joint = JointProjection.of(List.of(parts), config.scoreScale());
    return linear.pack(joint.kernel(), joint.bias(), owner);
  }

  private static PackedLayerNorm pack(Kernels packing, LayerNorm norm, NativeScope owner) {
    return norm == null ? null : packing.norm().pack(norm, owner);
  }

  /** Returns what the projections read. */
  Operand input(Workspace w) {
    return attentionNorm == null ? w.states() : w.normed();
  }

  /**
   * Returns the steps that compute the projections of a task's hidden states.
   *
   * @param rotation rotates queries and keys; null for no rotation
   */
  List<Step> before(Kernels kernels, Rotation rotation, Workspace w) {
    Linear linear = whole ? kernels.projections() : kernels.lastProjections();
    return Step.chain(
        normBefore(attentionNorm, kernels, w),
        kernels.splitHidden(input(w), w),
        linear.bind(projections, input(w), w.projected().target(), w),
        rotation == null ? List.of() : List.of(new RotationStep(rotation, config, w)),
        kernels.splitProjected(w));
  }

  /**
   * Returns the steps that compute the next hidden states from a task's contexts; empty in the last
   * layer.
   */
  List<Step> after(Kernels kernels, Workspace w) {
    if (!whole) {
      return List.of();
    }
    return Step.chain(
        kernels.splitHidden(w.context(), w),
        kernels.attentionOutput().bind(attentionOutput, w.context(), w.states().target(), w),
        normAfter(attentionNorm, kernels, w),
        normBefore(feedForwardNorm, kernels, w),
        kernels.splitHidden(w.normed(), w),
        feedForward.steps(kernels, w),
        normAfter(feedForwardNorm, kernels, w));
  }

  private List<Step> normBefore(PackedLayerNorm norm, Kernels kernels, Workspace w) {
    if (norm == null || config.design().norms() == NormPlacement.AFTER) {
      return List.of();
    }
    return List.of(kernels.norm().bind(norm, w.states().target(), w.normed().target(), w));
  }

  private List<Step> normAfter(PackedLayerNorm norm, Kernels kernels, Workspace w) {
    if (config.design().norms() == NormPlacement.BEFORE) {
      return List.of();
    }
    Address states = w.states().target();
    return List.of(kernels.norm().bind(norm, states, states, w));
  }
}
