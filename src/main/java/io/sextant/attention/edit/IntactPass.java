package io.sextant.attention.edit;

import io.sextant.attention.Embeddings;
import io.sextant.attention.LayerRunner;
import io.sextant.bert.BertConfig;
import java.util.ArrayList;
import java.util.List;

/** Runs a pack of pairs without edits, and keeps the layers where the passes of edits begin. */
final class IntactPass {
  private final BertConfig config;
  private final LayerRunner layers;
  private final List<EditedPair> pairs;
  private final PackRows rows;
  private final List<Branch> branches = new ArrayList<>();

  /**
   * Creates the pass.
   *
   * @param pairs the pairs of one pack
   */
  IntactPass(BertConfig config, LayerRunner layers, List<EditedPair> pairs) {
    this.config = config;
    this.layers = layers;
    this.pairs = pairs;
    rows = new PackRows(pairs.stream().mapToInt(pair -> pair.input().size()).toArray());
  }

  /**
   * Runs the pass.
   *
   * @return the output of the last layer at the positions of each pair, [positions, hidden]; the
   *     array may be longer
   */
  float[] run(Embeddings embeddings) {
    float[] states = numbers();
    for (int pair = 0; pair < pairs.size(); pair++) {
      embeddings.embed(pairs.get(pair).input(), states, rows.first(pair) * config.hidden());
    }
    layers.begin(rows.sizes());
    layers.putStates(states);
    for (int layer = 0; layer < config.layers(); layer++) {
      attend(layer);
      if (layer == config.layers() - 1) {
        layers.keep(rows.read(pairs));
      }
      layers.complete(layer);
    }
    layers.readStates(states);
    return states;
  }

  private void attend(int layer) {
    LayerEdits edits = new LayerEdits(layer, pairs, config);
    if (edits.isEmpty()) {
      layers.attend(layer, LayerRunner.WeightsSink.NONE);
      return;
    }
    float[] inputs = numbers();
    float[] contexts = numbers();
    layers.readStates(inputs);
    layers.attend(layer, edits.hasKnockouts() ? edits : LayerRunner.WeightsSink.NONE);
    layers.readContexts(contexts);
    if (edits.hasKnockouts()) {
      float[] values = numbers();
      layers.readValues(values);
      edits.gather(values, rows);
    }
    branches.add(new Branch(layer, inputs, contexts, edits.runs()));
  }

  private float[] numbers() {
    return new float[rows.count() * config.hidden()];
  }

  /** Returns the layers where passes begin, in ascending order. */
  List<Branch> branches() {
    return branches;
  }

  PackRows rows() {
    return rows;
  }
}
