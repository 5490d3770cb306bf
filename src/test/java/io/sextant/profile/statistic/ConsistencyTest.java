package io.sextant.profile.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sextant.pattern.Patterns;
import io.sextant.profile.pair.Description;
import io.sextant.profile.pair.PairSums;
import io.sextant.profile.state.Layout;
import io.sextant.profile.state.SlotArray;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConsistencyTest {
  private static final Layout LAYOUT =
      new Layout(1, 1, List.of(Patterns.named("next"), Patterns.named("related_other")));
  private static final int UNIFORM = Layout.nullIndex("uniform");

  private final StratumStats stats = new StratumStats(LAYOUT);

  @Test
  void aClusterThatGivesTargetsAsMuchAsExpectedCountsHalf() {
    stats.addCluster(sums(.3, .2));
    stats.addCluster(sums(.2, .2 + 1e-9));
    stats.addCluster(sums(.1, .2));
    stats.addCluster(sums(.1, .2));
    assertThat(stats.consistencies.get(UNIFORM).of(0, 0).value()).isEqualTo(1.5 / 4);
  }

  @Test
  void pairsOfAGroupAreOneCluster() {
    ClusterSums group = new ClusterSums(LAYOUT);
    // Three pairs out of four are over their null, and the group is under its own.
    for (double observed : new double[] {.3, .3, .3, .1}) {
      PairSums pair = sums(observed, observed == .1 ? .9 : .2);
      stats.addPair(pair);
      group.add(pair);
    }
    group.flush(stats);
    stats.addCluster(sums(.3, .2));
    assertThat(stats.consistencies.get(UNIFORM).of(0, 0).value()).isEqualTo(.5);
  }

  private static PairSums sums(double observed, double expected) {
    PairSums pair = new PairSums(LAYOUT);
    pair.queries[0] = 1;
    pair.descriptions = new SlotArray(Description.values().length, 1);
    pair.nulls[UNIFORM].trials[0] = 1;
    pair.nulls[UNIFORM].observed.set(0, 0, observed);
    pair.nulls[UNIFORM].expected.set(0, 0, expected);
    return pair;
  }

  @Test
  void aClusterThatIsEqualToItsNullCountsHalf() {
    int part = LAYOUT.indexOf("next", "all");
    Consistency consistency = new Consistency(LAYOUT, UNIFORM);
    for (double observed : new double[] {2, 1, 1, .5}) {
      consistency.addCluster(part, cluster(part, observed, 1), part);
    }
    assertThat(consistency.of(part, 0).value()).isCloseTo(.5, within(1e-12));
    // Values 1, 1/2, 1/2, 0 have variance 1/6, their mean 1/24.
    assertThat(consistency.of(part, 0).variance()).isCloseTo(1 / 24., within(1e-12));
  }

  @Test
  void onlyNullsThatMustBeBeatenAreAskedFor() {
    int content = LAYOUT.indexOf("related_other", "content_words");
    PairSums cluster = cluster(content, 2, 1);
    assertThat(new Consistency(LAYOUT, UNIFORM).applies(cluster, content)).isFalse();
    cluster.nulls[Layout.nullIndex("offset")].trials[content] = 1;
    assertThat(new Consistency(LAYOUT, Layout.nullIndex("offset")).applies(cluster, content))
        .isTrue();
  }

  private static PairSums cluster(int part, double observed, double expected) {
    PairSums cluster = new PairSums(LAYOUT);
    cluster.queries[part] = 1;
    cluster.nulls[UNIFORM].trials[part] = 1;
    cluster.nulls[UNIFORM].observed.set(part, 0, observed);
    cluster.nulls[UNIFORM].expected.set(part, 0, expected);
    return cluster;
  }
}
