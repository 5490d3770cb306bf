package io.sextant.attention.edit;

import io.sextant.attention.LayerRunner;
import io.sextant.bert.BertConfig;
import java.util.List;

/** Runs a pack of passes that begin at the contexts of the same layer. */
final class EditedPass {
  private final BertConfig config;
  private final LayerRunner layers;
  private final List<EditedPair> pairs;
  private final PackRows intact;

  /**
   * Creates passes of the pairs of an {@link IntactPass}.
   *
   * @param intact the rows of the pairs there
   */
  EditedPass(BertConfig config, LayerRunner layers, List<EditedPair> pairs, PackRows intact) {
    this.config = config;
    this.layers = layers;
    this.pairs = pairs;
    this.intact = intact;
  }

  /**
   * Runs passes.
   *
   * @return the output of the last layer at the positions of each run's pair, [positions, hidden];
   *     the array may be longer
   */
  float[] run(Branch branch, List<EditRun> runs) {
    PackRows rows = new PackRows(runs.stream().mapToInt(run -> size(run.pair())).toArray());
    float[] states = new float[rows.count() * config.hidden()];
    float[] contexts = new float[states.length];
    for (int i = 0; i < runs.size(); i++) {
      copy(branch.inputs(), runs.get(i).pair(), states, rows.first(i));
      copy(branch.contexts(), runs.get(i).pair(), contexts, rows.first(i));
    }
    layers.begin(rows.sizes());
    layers.putStates(states);
    edit(branch.layer(), runs, rows, contexts);
    complete(branch.layer(), runs, rows);
    for (int layer = branch.layer() + 1; layer < config.layers(); layer++) {
      layers.attend(layer, LayerRunner.WeightsSink.NONE);
      if (isEdited(layer, runs)) {
        layers.readContexts(contexts);
        edit(layer, runs, rows, contexts);
      }
      complete(layer, runs, rows);
    }
    layers.readStates(states);
    return states;
  }

  /** Returns the number of tokens of a pair. */
  int size(int pair) {
    return pairs.get(pair).input().size();
  }

  /** Copies the rows of a pair to those from {@code first} on. */
  private void copy(float[] from, int pair, float[] into, int first) {
    int hidden = config.hidden();
    System.arraycopy(from, intact.first(pair) * hidden, into, first * hidden, size(pair) * hidden);
  }

  private static boolean isEdited(int layer, List<EditRun> runs) {
    return runs.stream().anyMatch(run -> run.change().edits(layer));
  }

  private void edit(int layer, List<EditRun> runs, PackRows rows, float[] contexts) {
    for (int i = 0; i < runs.size(); i++) {
      runs.get(i).change().apply(layer, contexts, rows.first(i), rows.sizes()[i]);
    }
    layers.putContexts(contexts);
  }

  private void complete(int layer, List<EditRun> runs, PackRows rows) {
    if (layer == config.layers() - 1) {
      layers.keep(rows.read(runs.stream().map(run -> pairs.get(run.pair())).toList()));
    }
    layers.complete(layer);
  }
}
