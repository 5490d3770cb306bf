package io.sextant.attention.edit;

import io.sextant.bert.BertConfig;
import java.util.List;
import java.util.Locale;

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

  @Override
  public void check(BertConfig config, int n) {
    heads.forEach(head -> head.check(config));
    float[][] vectors = replacement.byLayer();
    if (vectors.length != config.layers() || vectors[0].length != config.hidden()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "contexts of %d layers of width %d for a model of %d layers of width %d",
              vectors.length,
              vectors[0].length,
              config.layers(),
              config.hidden()));
    }
  }
}
