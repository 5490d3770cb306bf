package io.sextant.attention.onednn;

import io.sextant.attention.onednn.kernel.NativeScope;
import io.sextant.attention.onednn.kernel.PackedDense;
import io.sextant.attention.onednn.kernel.Step;
import io.sextant.attention.onednn.kernel.Workspace;
import io.sextant.bert.BertConfig;
import io.sextant.bert.EncoderLayer;
import java.util.List;
import java.util.function.BiFunction;
import org.bytedeco.dnnl.memory;

/** The packed weights with which an encoder layer computes the norms of its values. */
final class PackedValueNorms {
  private final BiFunction<Kernels, Workspace, List<Step>> steps;

  private PackedValueNorms(BiFunction<Kernels, Workspace, List<Step>> steps) {
    this.steps = steps;
  }

  /** Packs the weights of a layer that others follow. */
  static PackedValueNorms inner(
      BertConfig config, Kernels packing, EncoderLayer layer, NativeScope owner) {
    memory factors =
        packing.valueNorms().pack(GramFactor.of(config, layer.attentionOutput()), owner);
    return new PackedValueNorms((kernels, w) -> kernels.valueNorms().bind(factors, w));
  }

  /**
   * Packs the weights of the last layer, which computes its values only for the norms.
   *
   * @param packed the rest of the layer
   * @param value the packed weights of its value
   */
  static PackedValueNorms last(
      BertConfig config,
      Kernels packing,
      EncoderLayer layer,
      PackedLayer packed,
      PackedDense value,
      NativeScope owner) {
    PackedValueNorms valueNorms = inner(config, packing, layer, owner);
    return new PackedValueNorms(
        (kernels, w) ->
            Step.chain(
                kernels.lastValue().bind(value, packed.input(w), w.values(), w),
                valueNorms.steps(kernels, w)));
  }

  /** Returns the steps that compute the norms of a task's values after its projections. */
  List<Step> steps(Kernels kernels, Workspace workspace) {
    return steps.apply(kernels, workspace);
  }
}
