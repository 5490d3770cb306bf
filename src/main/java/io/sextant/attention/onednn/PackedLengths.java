package io.sextant.attention.onednn;

import io.sextant.bert.BertConfig;
import io.sextant.bert.EncoderLayer;
import java.util.List;
import java.util.function.BiFunction;
import org.bytedeco.dnnl.memory;

/** What an encoder layer needs, packed, so that the norms of its values can be read. */
final class PackedLengths {
  private final BiFunction<Kernels, Workspace, List<Step>> steps;

  private PackedLengths(BiFunction<Kernels, Workspace, List<Step>> steps) {
    this.steps = steps;
  }

  /** Of a layer that others follow. */
  static PackedLengths inner(
      BertConfig config, Kernels packing, EncoderLayer layer, Natives owner) {
    memory factors = packing.lengths().pack(GramFactor.of(config, layer.attentionOutput()), owner);
    return new PackedLengths((kernels, w) -> kernels.lengths().bind(factors, w));
  }

  /** Of the last layer, which has no values unless they are asked for here. */
  static PackedLengths last(BertConfig config, Kernels packing, EncoderLayer layer, Natives owner) {
    PackedLengths lengths = inner(config, packing, layer, owner);
    PackedDense value =
        packing
            .lastValue()
            .pack(layer.value().kernel().toArray(), layer.value().bias().toArray(), owner);
    return new PackedLengths(
        (kernels, w) ->
            Step.chain(
                kernels.lastValue().bind(value, w.states(), w.values(), w),
                lengths.steps(kernels, w)));
  }

  /** What writes the norms of a task's values, once its projections are there. */
  List<Step> steps(Kernels kernels, Workspace workspace) {
    return steps.apply(kernels, workspace);
  }
}
