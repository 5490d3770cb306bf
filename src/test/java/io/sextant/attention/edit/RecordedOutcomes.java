package io.sextant.attention.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** Keeps the outcomes of a batch, each of which must come once, the intact ones of a pair first. */
final class RecordedOutcomes implements OutcomeSink {
  private final double[][] intact;
  private final double[][][] edited;

  RecordedOutcomes(List<EditedPair> batch) {
    intact = new double[batch.size()][];
    edited =
        batch.stream().map(pair -> new double[pair.edits().size()][]).toArray(double[][][]::new);
  }

  @Override
  public void acceptIntact(int pair, double[] outcomes) {
    assertThat(intact[pair]).isNull();
    intact[pair] = outcomes;
  }

  @Override
  public void accept(int pair, int edit, double[] outcomes) {
    assertThat(intact[pair]).isNotNull();
    assertThat(edited[pair][edit]).isNull();
    edited[pair][edit] = outcomes;
  }

  /** Returns what the intact model gave. */
  double[] intact(int pair) {
    assertThat(intact[pair]).isNotNull();
    return intact[pair];
  }

  /** Returns what the model gave with an edit. */
  double[] of(int pair, int edit) {
    assertThat(edited[pair][edit]).isNotNull();
    return edited[pair][edit];
  }

  /** Returns the effect of an edit: the outcomes with it minus the intact ones. */
  double[] effect(int pair, int edit) {
    double[] effect = of(pair, edit).clone();
    for (int i = 0; i < effect.length; i++) {
      effect[i] -= intact(pair)[i];
    }
    return effect;
  }
}
