package io.sextant.attention.onednn;

import io.sextant.bert.BertConfig;
import io.sextant.bert.EncoderLayer;
import java.util.List;
import java.util.function.Function;
import org.bytedeco.dnnl.memory;

/** What an encoder layer needs, packed, so that the norms of its values can be read. */
final class PackedLengths {
  private final Function<Workspace, List<Step>> steps;

  private PackedLengths(Function<Workspace, List<Step>> steps) {
    this.steps = steps;
  }

  /** Of a layer that others follow. */
  static PackedLengths inner(
      BertConfig config, Kernels kernels, EncoderLayer layer, Natives owner) {
    memory factors = kernels.lengths().pack(GramFactor.of(config, layer.attentionOutput()), owner);
    return new PackedLengths(w -> kernels.lengths().bind(factors, w));
  }

  /** Of the last layer, which has no values unless they are asked for here. */
  static PackedLengths last(BertConfig config, Kernels kernels, EncoderLayer layer, Natives owner) {
    PackedLengths lengths = inner(config, kernels, layer, owner);
    PackedDense value =
        kernels
            .lastValue()
            .pack(layer.value().kernel().toArray(), layer.value().bias().toArray(), owner);
    return new PackedLengths(
        w ->
            Step.chain(
                kernels.lastValue().bind(value, w.states(), w.values(), w), lengths.steps(w)));
  }

  /** What writes the norms of a task's values, once its projections are there. */
  List<Step> steps(Workspace workspace) {
    return steps.apply(workspace);
  }
}
