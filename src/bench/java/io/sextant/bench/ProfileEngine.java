package io.sextant.bench;

import io.sextant.attention.AttentionModel;
import io.sextant.bert.BertModel;
import io.sextant.profile.ProfileState;
import io.sextant.profile.state.Unit;
import io.sextant.profile.statistic.Strata;
import io.sextant.table.row.HeadPattern;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Map;

/** The fast backend with all statistics between tokens, as one task of a job computes them. */
final class ProfileEngine implements Engine {
  private final String name;
  private final BertModel bert;
  private final WholeProfile profile;

  ProfileEngine(BertModel bert, AttentionModel model, PairSet sample) {
    name = "sextant-all-" + model.precision();
    this.bert = bert;
    profile = new WholeProfile(bert, model, sample);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Lap run(PairSet set) {
    ThreadMXBean thread = ManagementFactory.getThreadMXBean();
    long start = System.nanoTime();
    long startOnProcessor = thread.getCurrentThreadCpuTime();
    ProfileState state = profile.run(set, List.of(Unit.TOKEN));
    double processorSeconds = (thread.getCurrentThreadCpuTime() - startOnProcessor) / 1e9;
    double seconds = (System.nanoTime() - start) / 1e9;
    return new Lap(seconds, processorSeconds, Map.of("next", next(state)));
  }

  /** Returns the share of {@code next} of each head. */
  private double[][] next(ProfileState state) {
    double[][] shares = new double[bert.config().layers()][bert.config().heads()];
    for (HeadPattern row : state.tables("bench", JobDefaults.SETTINGS.grades()).patterns()) {
      if (row.pattern().equals("next")
          && row.headline()
          && row.key().stratum().equals(Strata.NAMES.get(0))) {
        shares[row.layer()][row.head()] = row.share().value();
      }
    }
    return shares;
  }

  @Override
  public void close() {
    profile.close();
  }
}
