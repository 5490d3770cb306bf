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
  private final Function<Workspace, List<Step>> before;
  private final Function<Workspace, List<Step>> after;

  private PackedLayer(
      Function<Workspace, List<Step>> before, Function<Workspace, List<Step>> after) {
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
        w -> project(kernels, kernels.projections(), projections, w),
        w -> {
          Address states = w.states().target();
          return Step.chain(
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

  /** The last layer: it ends with its attention weights, so it needs query and key only. */
  static PackedLayer last(BertConfig config, Kernels kernels, EncoderLayer layer, Natives owner) {
    PackedDense projections =
        pack(kernels.lastProjections(), config, List.of(layer.query(), layer.key()), owner);
    return new PackedLayer(
        w -> project(kernels, kernels.lastProjections(), projections, w), w -> List.of());
  }

  private static List<Step> project(
      Kernels kernels, Linear linear, PackedDense projections, Workspace workspace) {
    return Step.chain(
        kernels.splitHidden(workspace.states(), workspace),
        linear.bind(projections, workspace.states(), workspace.projected().target(), workspace),
        kernels.splitProjected(workspace));
  }

  /** What writes the projections of a task's hidden states. */
  List<Step> before(Workspace workspace) {
    return before.apply(workspace);
  }

  /** What turns a task's contexts into the next hidden states; nothing in the last layer. */
  List<Step> after(Workspace workspace) {
    return after.apply(workspace);
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
