package io.sextant.bench;

import io.sextant.attention.AttentionModel;
import io.sextant.attention.AttentionOutputs;
import io.sextant.attention.Backend;
import io.sextant.attention.Precision;
import io.sextant.bert.BertModel;
import io.sextant.bert.layout.ModelLayouts;
import java.nio.file.Path;

/**
 * Runs one lap of the fast backend, including norms, in a separate process for {@link Stages}.
 * Arguments: the checkpoint, the precision, the tokens of a pair, the number of pairs.
 */
final class ProfiledLap {
  static final String START = "lap starts";

  /** The prefix of the output line with the lap's duration. */
  static final String WALL = "lap seconds ";

  private ProfiledLap() {}

  public static void main(String[] arguments) {
    BertModel bert = ModelLayouts.open(Path.of(arguments[0]));
    Precision precision = Precision.of(arguments[1]);
    PairSet set =
        PairSet.ofLength(bert, Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3]));
    try (AttentionModel model = Backend.of("onednn").open(bert, precision);
        Engine engine = new SextantEngine(model, bert.config(), AttentionOutputs.NORMS)) {
      engine.run(set);
      System.out.println(START);
      Engine.Lap lap = engine.run(set);
      System.out.println(WALL + lap.seconds());
    }
  }
}
