package io.sextant.attention.edit;

import io.sextant.attention.LayerRunner;
import io.sextant.bert.BertConfig;
import java.util.ArrayList;
import java.util.List;

/**
 * The edits of a pack's pairs that begin in one layer. A knock-out needs the weights and the values
 * of its pair; an ablation needs neither.
 */
final class LayerEdits {

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

  /**
   * Returns what makes the knock-outs of each pair when the layer has computed its weights; null if
   * there are none.
   *
   * @param layers computes the layer
   * @param rows the rows of the pairs
   */
  LayerRunner.WeightsSink knockingOut(LayerRunner layers, PackRows rows) {
    if (removals.isEmpty()) {
      return LayerRunner.WeightsSink.NONE;
    }
    float[] values = new float[rows.count() * config.hidden()];
    return (pair, weights) -> {
      List<Removal> ofPair = removals.stream().filter(some -> some.pair() == pair).toList();
      if (!ofPair.isEmpty()) {
        layers.readValues(values);
      }
      for (Removal removal : ofPair) {
        KnockedRows knocked =
            KnockedRows.of(removal.knockout(), weights, values, rows.first(pair), config);
        runs.add(new EditRun(pair, removal.edit(), knocked));
      }
    };
  }

  /** Returns the passes of the edits. */
  List<EditRun> runs() {
    return runs;
  }
}
