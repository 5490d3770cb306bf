package io.sextant.attention.edit;

import io.sextant.attention.LayerRunner;
import io.sextant.bert.BertConfig;
import java.util.ArrayList;
import java.util.List;

/**
 * The edits of a pack's pairs that begin in one layer. A knock-out needs the weights of its pair
 * and then the values; an ablation needs neither.
 */
final class LayerEdits implements LayerRunner.WeightsSink {

  private record Removal(int pair, int edit, Knockout knockout) {}

  private final BertConfig config;
  private final List<Removal> removals = new ArrayList<>();
  private final List<EditRun> runs = new ArrayList<>();

  LayerEdits(int layer, List<EditedPair> pairs, BertConfig config) {
    this.config = config;
    for (int pair = 0; pair < pairs.size(); pair++) {
      List<HeadEdit> edits = pairs.get(pair).edits();
      for (int edit = 0; edit < edits.size(); edit++) {
        if (edits.get(edit).firstLayer() == layer) {
          add(pair, edit, edits.get(edit));
        }
      }
    }
  }

  private void add(int pair, int edit, HeadEdit what) {
    if (what instanceof Ablation ablation) {
      runs.add(new EditRun(pair, edit, new AblatedRows(ablation, config.headSize())));
    } else {
      removals.add(new Removal(pair, edit, (Knockout) what));
    }
  }

  boolean isEmpty() {
    return runs.isEmpty() && removals.isEmpty();
  }

  boolean hasKnockouts() {
    return !removals.isEmpty();
  }

  @Override
  public void accept(int pair, float[] weights) {
    for (Removal removal : removals) {
      if (removal.pair() == pair) {
        KnockedRows rows = new KnockedRows(removal.knockout(), weights, config);
        runs.add(new EditRun(pair, removal.edit(), rows));
      }
    }
  }

  /** Computes the contexts of the knock-outs from the values of the layer, [rows, hidden]. */
  void gather(float[] values, PackRows rows) {
    for (EditRun run : runs) {
      if (run.change() instanceof KnockedRows knocked) {
        knocked.gather(values, rows.first(run.pair()));
      }
    }
  }

  /** Returns the passes of the edits. */
  List<EditRun> runs() {
    return runs;
  }
}
