package io.sextant.attention.onednn;

import io.sextant.attention.onednn.kernel.NativeScope;
import io.sextant.attention.onednn.kernel.PackedDense;
import io.sextant.attention.onednn.kernel.Step;
import io.sextant.attention.onednn.kernel.Workspace;
import io.sextant.bert.FeedForward;
import java.util.List;

/**
 * A feed-forward network with packed weights. It adds its result to the hidden states.
 *
 * @param activated the layer that the activation is applied to: the gate if there is one
 * @param gated the layer that is multiplied with the gate; null if there is no gate
 * @param output the layer from intermediate to hidden
 */
record PackedFeedForward(PackedDense activated, PackedDense gated, PackedDense output) {

  static PackedFeedForward of(Kernels packing, FeedForward network, NativeScope owner) {
    return new PackedFeedForward(
        packing.activated().pack(network.activated(), owner),
        network.gate() == null ? null : packing.intermediate().pack(network.intermediate(), owner),
        packing.output().pack(network.output(), owner));
  }

  /** Returns the steps, which read {@link Workspace#normed} and change the hidden states. */
  List<Step> steps(Kernels kernels, Workspace w) {
    return Step.chain(
        gated == null ? plain(kernels, w) : gated(kernels, w),
        kernels.splitWide(w),
        kernels.output().bind(output, w.wide(), w.states().target(), w));
  }

  private List<Step> plain(Kernels kernels, Workspace w) {
    return kernels.activated().bind(activated, w.normed(), w.wide().target(), w);
  }

  private List<Step> gated(Kernels kernels, Workspace w) {
    return Step.chain(
        kernels.activated().bind(activated, w.normed(), w.gate(), w),
        kernels.intermediate().bind(gated, w.normed(), w.wide().target(), w),
        List.of(kernels.gating().bind(w.wide().target(), w.gate(), w)));
  }
}
