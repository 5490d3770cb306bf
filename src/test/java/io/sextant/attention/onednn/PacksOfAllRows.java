package io.sextant.attention.onednn;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.attention.AttentionMap;
import io.sextant.attention.AttentionOutputs;
import io.sextant.attention.AttentionRunner;
import io.sextant.attention.Precision;
import io.sextant.attention.RandomBert;
import io.sextant.attention.RecordingSink;
import io.sextant.attention.onednn.kernel.Cpu;
import io.sextant.bert.BertModel;
import io.sextant.text.EncodedPair;
import java.util.List;

/** Runs packs of every number of rows that is computed, of which all must have the same maps. */
final class PacksOfAllRows {
  private static final int LAYERS = 2;

  private PacksOfAllRows() {}

  /** Checks the shapes of BERT-Base and BERT-Large, and one without whole blocks of 8 numbers. */
  public static void main(String[] arguments) {
    requireSameMaps(Precision.F32, 12, 3072);
    requireSameMaps(Precision.F32, 16, 4096);
    requireSameMaps(Precision.F32, 4, 1030);
    System.out.println("the same maps with " + Cpu.instructions());
  }

  static void requireSameMaps(Precision precision, int heads, int intermediate) {
    BertModel model = RandomBert.of(LAYERS, heads, 64, intermediate, 9);
    int size = 16;
    List<EncodedPair> full = RandomBert.pairs(model.config().positions() / size, size, size, 2);
    try (OnednnModel opened = new OnednnModel(model, precision);
        AttentionRunner runner = opened.newRunner(AttentionOutputs.NORMS)) {
      RecordingSink expected = new RecordingSink();
      runner.run(full, expected);
      for (int pairs = 1; pairs < full.size(); pairs++) {
        RecordingSink maps = new RecordingSink();
        runner.run(full.subList(0, pairs), maps);
        assertSame(maps, expected, pairs, pairs * size);
      }
    }
  }

  static void assertSame(RecordingSink maps, RecordingSink expected, int pairs, int rows) {
    for (int pair = 0; pair < pairs; pair++) {
      for (int layer = 0; layer < LAYERS; layer++) {
        AttentionMap map = maps.of(pair).get(layer);
        AttentionMap same = expected.of(pair).get(layer);
        String what = "pair %d, layer %d, packs of %d".formatted(pair, layer, rows);
        assertThat(map.weights()).as(what).isEqualTo(same.weights());
        assertThat(map.norms()).as(what).isEqualTo(same.norms());
      }
    }
  }
}
