package io.sextant.attention.onednn;

import io.sextant.attention.onednn.kernel.BoundPrimitive;
import io.sextant.attention.onednn.kernel.NativeScope;
import io.sextant.attention.onednn.kernel.PackedDense;
import io.sextant.attention.onednn.kernel.Workspace;
import io.sextant.bert.BertConfig;
import io.sextant.bert.EncoderLayer;
import java.util.List;
import java.util.function.BiFunction;
import org.bytedeco.dnnl.memory;

/** What an encoder layer needs, packed, so that the norms of its values can be read. */
final class PackedValueNorms {
  private final BiFunction<Kernels, Workspace, List<BoundPrimitive>> steps;

  private PackedValueNorms(BiFunction<Kernels, Workspace, List<BoundPrimitive>> steps) {
    this.steps = steps;
  }

  /** Of a layer that others follow. */
  static PackedValueNorms inner(
      BertConfig config, Kernels packing, EncoderLayer layer, NativeScope owner) {
    memory factors =
        packing.valueNorms().pack(GramFactor.of(config, layer.attentionOutput()), owner);
    return new PackedValueNorms((kernels, w) -> kernels.valueNorms().bind(factors, w));
  }

  /** Of the last layer, which has no values unless they are asked for here. */
  static PackedValueNorms last(
      BertConfig config, Kernels packing, EncoderLayer layer, NativeScope owner) {
    PackedValueNorms valueNorms = inner(config, packing, layer, owner);
    PackedDense value =
        packing
            .lastValue()
            .pack(layer.value().kernel().toArray(), layer.value().bias().toArray(), owner);
    return new PackedValueNorms(
        (kernels, w) ->
            BoundPrimitive.chain(
                kernels.lastValue().bind(value, w.states(), w.values(), w),
                valueNorms.steps(kernels, w)));
  }

  /** What writes the norms of a task's values, once its projections are there. */
  List<BoundPrimitive> steps(Kernels kernels, Workspace workspace) {
    return steps.apply(kernels, workspace);
  }
}
