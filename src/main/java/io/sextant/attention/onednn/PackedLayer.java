package io.sextant.attention.onednn;

import io.sextant.bert.BertConfig;
import io.sextant.bert.Dense;
import io.sextant.bert.EncoderLayer;
import java.util.List;
import java.util.function.Function;

/**
 * An encoder layer with packed weights: what runs over all tokens before the attention of each
 * pair, and what runs after it.
 */
final class PackedLayer {
  private final Function<Workspace, Step> before;
  private final List<Function<Workspace, Step>> after;

  private PackedLayer(Function<Workspace, Step> before, List<Function<Workspace, Step>> after) {
    this.before = before;
    this.after = after;
  }

  /** A layer that others follow. */
  static PackedLayer inner(BertConfig config, Kernels kernels, EncoderLayer layer, Natives owner) {
    PackedDense projections =
        pack(
            kernels.projections(),
            config,
            List.of(layer.query(), layer.key(), layer.value()),
            owner);
    PackedDense attentionOutput = pack(kernels.attentionOutput(), layer.attentionOutput(), owner);
    PackedNorm attentionNorm = kernels.norm().pack(layer.attentionNorm(), owner);
    PackedDense intermediate = pack(kernels.intermediate(), layer.intermediate(), owner);
    PackedDense output = pack(kernels.output(), layer.output(), owner);
    PackedNorm outputNorm = kernels.norm().pack(layer.outputNorm(), owner);
    return new PackedLayer(
        w -> kernels.projections().bind(projections, w.states(), w.projected(), w),
        List.of(
            w -> kernels.attentionOutput().bind(attentionOutput, w.context(), w.states(), w),
            w -> kernels.norm().bind(attentionNorm, w.states(), w),
            w -> kernels.intermediate().bind(intermediate, w.states(), w.wide(), w),
            w -> kernels.output().bind(output, w.wide(), w.states(), w),
            w -> kernels.norm().bind(outputNorm, w.states(), w)));
  }

  /** The last layer: it ends with its attention weights, so it needs query and key only. */
  static PackedLayer last(BertConfig config, Kernels kernels, EncoderLayer layer, Natives owner) {
    PackedDense projections =
        pack(kernels.lastProjections(), config, List.of(layer.query(), layer.key()), owner);
    return new PackedLayer(
        w -> kernels.lastProjections().bind(projections, w.states(), w.projected(), w), List.of());
  }

  /** What writes the projections of a task's hidden states. */
  Step before(Workspace workspace) {
    return before.apply(workspace);
  }

  /** What turns a task's contexts into the next hidden states; nothing in the last layer. */
  List<Step> after(Workspace workspace) {
    return after.stream().map(step -> step.apply(workspace)).toList();
  }

  private static PackedDense pack(
      Linear linear, BertConfig config, List<Dense> parts, Natives owner) {
    JointProjection joint = JointProjection.of(parts, 1 / Math.sqrt(config.headSize()));
    return linear.pack(joint.kernel(), joint.bias(), owner);
  }

  private static PackedDense pack(Linear linear, Dense dense, Natives owner) {
    return linear.pack(dense.kernel().toArray(), dense.bias().toArray(), owner);
  }
}
