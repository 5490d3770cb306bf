package io.sextant.bench;

import io.sextant.attention.AttentionModel;
import io.sextant.attention.AttentionOutputs;
import io.sextant.attention.AttentionRunner;
import io.sextant.attention.Backend;
import io.sextant.attention.Precision;
import io.sextant.bert.BertModel;
import io.sextant.bert.layout.ModelLayouts;
import io.sextant.profile.state.Unit;
import java.nio.file.Path;
import java.util.List;

/**
 * Runs two laps of the fast backend in a separate process for {@link Stages}, the attention with
 * norms alone and a {@link WholeProfile}. Arguments: the checkpoint, the precision, the tokens of a
 * pair, the number of pairs.
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
        AttentionRunner attention = model.newRunner(AttentionOutputs.NORMS);
        WholeProfile profile = new WholeProfile(bert, model, set)) {
      Runnable alone = () -> attention.run(set.pairs(), (pair, layer, map) -> {});
      Runnable whole = () -> profile.run(set, List.of(Unit.TOKEN));
      whole.run();
      alone.run();
      whole.run();
      time(alone);
      time(whole);
    }
  }

  private static void time(Runnable lap) {
    System.out.println(START);
    long start = System.nanoTime();
    lap.run();
    System.out.println(WALL + (System.nanoTime() - start) / 1e9);
  }
}
