package io.sextant.attention.edit;

import io.sextant.attention.Embeddings;
import io.sextant.attention.LayerRunner;
import io.sextant.bert.BertConfig;
import java.util.List;

/**
 * Runs a pack of pairs without edits, and keeps the inputs of the layers where the passes of edits
 * begin. What else a layer's passes need is computed again when they run, so that only one layer's
 * contexts and knock-outs are in memory.
 */
final class IntactPass {
  private final BertConfig config;
  private final LayerRunner layers;
  private final List<EditedPair> pairs;
  private final PackRows rows;

  /** The input of each layer, [rows, hidden]; null where no pass begins. */
  private final float[][] inputs;

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
    inputs = new float[config.layers()][];
    pairs.stream()
        .flatMap(pair -> pair.edits().stream())
        .mapToInt(HeadEdit::firstLayer)
        .distinct()
        .forEach(layer -> inputs[layer] = numbers());
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
      if (beginsIn(layer)) {
        layers.readStates(inputs[layer]);
      }
      layers.attend(layer, LayerRunner.WeightsSink.NONE);
      if (layer == config.layers() - 1) {
        layers.keep(rows.read(pairs));
      }
      layers.complete(layer);
    }
    layers.readStates(states);
    return states;
  }

  /** Returns whether the pass of an edit begins in a layer. */
  boolean beginsIn(int layer) {
    return inputs[layer] != null;
  }

  /** Runs the attention of a layer where passes begin, after {@link #run}. */
  Branch branch(int layer) {
    layers.begin(rows.sizes());
    layers.putStates(inputs[layer]);
    LayerEdits edits = new LayerEdits(layer, pairs, config);
    layers.attend(layer, edits.knockingOut(layers, rows));
    float[] contexts = numbers();
    layers.readContexts(contexts);
    return new Branch(layer, inputs[layer], contexts, edits.runs());
  }

  private float[] numbers() {
    return new float[rows.count() * config.hidden()];
  }

  PackRows rows() {
    return rows;
  }
}
