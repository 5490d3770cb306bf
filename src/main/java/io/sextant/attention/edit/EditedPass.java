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
   * Returns the number of rows of a pass. In the last layer, only those are run by which the model
   * answers.
   */
  int size(Branch branch, EditRun run) {
    EditedPair pair = pairs.get(run.pair());
    return isLast(branch.layer()) ? pair.positions().length : pair.input().size();
  }

  /**
   * Runs passes.
   *
   * @return the output of the last layer at the positions of each run's pair, [positions, hidden];
   *     the array may be longer
   */
  float[] run(Branch branch, List<EditRun> runs) {
    PackRows rows = new PackRows(runs.stream().mapToInt(run -> size(branch, run)).toArray());
    float[] states = new float[rows.count() * config.hidden()];
    float[] contexts = new float[states.length];
    for (int i = 0; i < runs.size(); i++) {
      begin(branch, runs.get(i), rows.first(i), states, contexts);
    }
    layers.begin(rows.sizes());
    layers.putStates(states);
    layers.putContexts(contexts);
    layers.complete(branch.layer());
    for (int layer = branch.layer() + 1; layer < config.layers(); layer++) {
      layers.attend(layer, LayerRunner.WeightsSink.NONE);
      edit(layer, runs, rows, contexts);
      if (isLast(layer)) {
        layers.keep(rows.answering(runs.stream().map(run -> pairs.get(run.pair())).toList()));
      }
      layers.complete(layer);
    }
    layers.readStates(states);
    return states;
  }

  /** Writes the input and the edited contexts of a run to its rows. */
  private void begin(Branch branch, EditRun run, int first, float[] states, float[] contexts) {
    int hidden = config.hidden();
    EditedPair pair = pairs.get(run.pair());
    int from = intact.first(run.pair()) * hidden;
    int n = pair.input().size();
    if (!isLast(branch.layer())) {
      System.arraycopy(branch.inputs(), from, states, first * hidden, n * hidden);
      System.arraycopy(branch.contexts(), from, contexts, first * hidden, n * hidden);
      run.change().apply(branch.layer(), contexts, first, n);
      return;
    }
    float[] edited = new float[n * hidden];
    System.arraycopy(branch.contexts(), from, edited, 0, edited.length);
    run.change().apply(branch.layer(), edited, 0, n);
    int at = first * hidden;
    for (int position : pair.positions()) {
      System.arraycopy(branch.inputs(), from + position * hidden, states, at, hidden);
      System.arraycopy(edited, position * hidden, contexts, at, hidden);
      at += hidden;
    }
  }

  private void edit(int layer, List<EditRun> runs, PackRows rows, float[] contexts) {
    if (runs.stream().noneMatch(run -> run.change().edits(layer))) {
      return;
    }
    layers.readContexts(contexts);
    for (int i = 0; i < runs.size(); i++) {
      runs.get(i).change().apply(layer, contexts, rows.first(i), rows.sizes()[i]);
    }
    layers.putContexts(contexts);
  }

  private boolean isLast(int layer) {
    return layer == config.layers() - 1;
  }
}
