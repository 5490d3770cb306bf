package io.sextant.profile.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sextant.math.Interval;
import io.sextant.math.Ratio;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SkewedMomentsTest {

  @Test
  void theSkewnessIsThatOfTheResiduals() {
    // x = 1, 2, 6 over y = 2, 3, 4 has residuals -1, -1, 2 and skewness 6 / 6^1.5.
    SkewedMoments moments = new SkewedMoments(1, 1);
    double[][] clusters = {{1, 2}, {2, 3}, {6, 4}};
    for (double[] cluster : clusters) {
      add(moments, cluster[0], cluster[1]);
    }
    assertThat(moments.ratio(0, 0).skewness()).isCloseTo(6 / Math.pow(6, 1.5), within(1e-12));
  }

  @Test
  void anySplitMergesToTheWhole() {
    int clusters = 40;
    double[][] sums = new double[clusters][];
    Random random = new Random(5);
    for (int i = 0; i < clusters; i++) {
      sums[i] = new double[] {Math.exp(random.nextGaussian()), 1 + random.nextInt(9)};
    }
    double byHand = skewness(sums);
    for (int first = 0; first <= clusters; first += 5) {
      for (int second = first; second <= clusters; second += 7) {
        SkewedMoments merged = of(sums, 0, first);
        merged.merge(of(sums, first, second));
        merged.merge(of(sums, second, clusters));
        assertThat(merged.ratio(0, 0).skewness()).isCloseTo(byHand, within(1e-11));
      }
    }
  }

  @Test
  void intervalsOfSmallSkewedSharesCoverTheTruth() {
    // Half of the clusters have none of the attention, the others a lognormal share of mean .01.
    Random random = new Random(13);
    int skewed = 0;
    int symmetric = 0;
    int trials = 2000;
    for (int trial = 0; trial < trials; trial++) {
      SkewedMoments moments = new SkewedMoments(1, 1);
      for (int cluster = 0; cluster < 300; cluster++) {
        int queries = 1 + random.nextInt(14);
        double share = .01 * Math.exp(random.nextGaussian() - .5);
        add(moments, random.nextBoolean() ? 0 : queries * share, queries);
      }
      Ratio ratio = moments.ratio(0, 0);
      Interval interval = ratio.interval();
      skewed += interval.low() <= .005 && .005 <= interval.high() ? 1 : 0;
      Ratio plain = new Ratio(ratio.units(), ratio.value(), ratio.variance());
      symmetric += plain.interval().high() >= .005 ? 1 : 0;
    }
    assertThat((double) skewed / trials).isBetween(.92, .97);
    assertThat((double) symmetric / trials).as("what is mended").isLessThan(.95);
  }

  private static SkewedMoments of(double[][] sums, int from, int to) {
    SkewedMoments moments = new SkewedMoments(1, 1);
    for (int i = from; i < to; i++) {
      add(moments, sums[i][0], sums[i][1]);
    }
    return moments;
  }

  private static void add(SkewedMoments moments, double x, double y) {
    moments.add(0, SlotArray.row(new double[] {x}), SlotArray.row(new double[] {y}), 0);
  }

  private static double skewness(double[][] sums) {
    double x = 0;
    double y = 0;
    for (double[] cluster : sums) {
      x += cluster[0];
      y += cluster[1];
    }
    double squares = 0;
    double cubes = 0;
    for (double[] cluster : sums) {
      double residual = cluster[0] - x / y * cluster[1];
      squares += residual * residual;
      cubes += residual * residual * residual;
    }
    return cubes / Math.pow(squares, 1.5);
  }
}
