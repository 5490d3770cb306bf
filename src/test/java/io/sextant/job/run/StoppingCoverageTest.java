package io.sextant.job.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.math.Interval;
import io.sextant.profile.state.SkewedMoments;
import io.sextant.profile.state.SlotArray;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Tests how often the interval of a run that was stopped by {@code --until-half-width} contains the
 * true value. A run checks its interval several times and stops when it is narrow enough, which
 * happens sooner if its clusters happen to vary less, so that the interval is slightly too narrow.
 * The simulated corpora have 6,400 clusters in 64 chunks with right-skewed shares; the schedule and
 * the minimum number of clusters are the job's.
 */
class StoppingCoverageTest {
  private static final int CHUNKS = 64;
  private static final int CLUSTERS_OF_A_CHUNK = 100;
  private static final int LEAST_CLUSTERS = 200;
  private static final double TRUTH = .125;

  /** Half-widths that stop most runs at the first check, in the middle, and at the last checks. */
  @ParameterizedTest
  @CsvSource({".02, 1", ".01, 2", ".006, 3", ".0055, 4"})
  void intervalsHoldTheTruthAfterStopping(double halfWidth, long seed) {
    Random random = new Random(seed);
    int corpora = 1500;
    int held = 0;
    for (int corpus = 0; corpus < corpora; corpus++) {
      Interval stopped = untilHalfWidth(halfWidth, random);
      held += stopped.low() <= TRUTH && TRUTH <= stopped.high() ? 1 : 0;
    }
    assertThat((double) held / corpora).isBetween(.925, .97);
  }

  @Test
  void aRunThatDoesNotStopSeesAllClusters() {
    Interval whole = untilHalfWidth(0, new Random(9));
    // 2 t sd sqrt(1 + cv^2) / sqrt(6400), with sd .18 of a share and cv .44 of the queries: .0096.
    assertThat(whole.high() - whole.low()).isBetween(.009, .0102);
  }

  private static Interval untilHalfWidth(double halfWidth, Random random) {
    SkewedMoments moments = new SkewedMoments(1, 1);
    SlotArray mass = new SlotArray(1, 1);
    SlotArray counts = new SlotArray(1, 1);
    int chunk = 0;
    for (int end : StoppingSchedule.ends(CHUNKS)) {
      for (; chunk < end; chunk++) {
        for (int cluster = 0; cluster < CLUSTERS_OF_A_CHUNK; cluster++) {
          int queries = 2 + random.nextInt(10);
          // The cube of a uniform number has mean 1/4, the other factor 1/2.
          double share = random.nextDouble();
          mass.set(0, 0, queries * share * share * share * random.nextDouble());
          counts.set(0, 0, queries);
          moments.add(0, mass, counts, 0);
        }
      }
      Interval share = moments.ratio(0, 0).interval();
      if (moments.clusters(0) >= LEAST_CLUSTERS && (share.high() - share.low()) / 2 <= halfWidth) {
        return share;
      }
    }
    return moments.ratio(0, 0).interval();
  }
}
