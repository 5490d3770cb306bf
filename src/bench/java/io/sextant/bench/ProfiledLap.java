package io.sextant.bench;

import io.sextant.attention.AttentionModel;
import io.sextant.attention.Backend;
import io.sextant.attention.Precision;
import io.sextant.bert.BertModel;
import io.sextant.bert.ModelSource;
import java.nio.file.Path;

/** One lap of the fast backend in a process of its own, for {@link Stages}. */
final class ProfiledLap {
  static final String START = "lap starts";

  private ProfiledLap() {}

  public static void main(String[] arguments) {
    BertModel bert = ModelSource.open(Path.of(arguments[0]));
    Path snli = arguments[3].isEmpty() ? null : Path.of(arguments[3]);
    PairSet set =
        PairSet.all(bert, snli, Integer.parseInt(arguments[2])).stream()
            .filter(candidate -> candidate.name().equals(arguments[1]))
            .findFirst()
            .orElseThrow();
    try (AttentionModel model = Backend.of("onednn").open(bert, Precision.F32);
        Engine engine = new SextantEngine(model, bert.config())) {
      engine.run(set);
      System.out.println(START);
      Engine.Lap lap = engine.run(set);
      System.out.println(Stages.WALL + lap.seconds());
    }
  }
}
