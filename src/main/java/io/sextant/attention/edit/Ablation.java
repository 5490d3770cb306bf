package io.sextant.attention.edit;

import java.util.List;

/**
 * Replaces the contexts of heads at every position (Michel et al. 2019, section 2.3). All heads are
 * replaced in the same pass.
 *
 * @param heads the heads, at least one; they may be in several layers
 * @param replacement the contexts that replace theirs: a mean over a sample, or zeros
 */
public record Ablation(List<Head> heads, HeadContexts replacement) implements HeadEdit {

  public Ablation {
    heads = List.copyOf(heads);
    if (heads.isEmpty()) {
      throw new IllegalArgumentException("an ablation of no head");
    }
  }

  /** Creates the ablation of one head. */
  public Ablation(int layer, int head, HeadContexts replacement) {
    this(List.of(new Head(layer, head)), replacement);
  }

  @Override
  public int firstLayer() {
    return heads.stream().mapToInt(Head::layer).min().orElseThrow();
  }
}
