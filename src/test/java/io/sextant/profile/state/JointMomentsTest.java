package io.sextant.profile.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class JointMomentsTest {
  private static final int HEADS = 2;

  @Test
  void theVarianceOfACombinationIsThatOfItsValues() {
    // 2 x - y over the clusters (1, 2), (4, 1), (5, 9) is 0, 7, 1, which has variance 43/3; that of
    // the mean is 43/9.
    JointMoments moments = new JointMoments(2, 1);
    for (double[] cluster : new double[][] {{1, 2}, {4, 1}, {5, 9}}) {
      SlotArray x = SlotArray.row(new double[] {cluster[0]});
      SlotArray y = SlotArray.row(new double[] {cluster[1]});
      moments.add(0, x, y);
    }
    assertThat(moments.mean(0, 0)).isCloseTo(10 / 3., within(1e-12));
    assertThat(moments.varianceOfMean(0, 2, -1)).isCloseTo(43 / 9., within(1e-12));
  }

  @Test
  void anySplitMergesToTheWhole() {
    for (int cut = 0; cut <= 9; cut++) {
      JointMoments merged = of(0, cut);
      merged.merge(of(cut, 9));
      JointMoments whole = of(0, 9);
      assertThat(merged.clusters()).isEqualTo(9);
      for (int head = 0; head < HEADS; head++) {
        assertThat(merged.mean(head, 2)).isCloseTo(whole.mean(head, 2), within(1e-12));
        assertThat(merged.varianceOfMean(head, 1, -2, .5))
            .isCloseTo(whole.varianceOfMean(head, 1, -2, .5), within(1e-12));
      }
    }
  }

  @Test
  void oneClusterHasNoVariance() {
    assertThat(of(0, 1).varianceOfMean(0, 1, 1, 1)).isNaN();
    assertThat(of(0, 0).varianceOfMean(0, 1, 1, 1)).isNaN();
  }

  private static JointMoments of(int from, int to) {
    JointMoments moments = new JointMoments(3, HEADS);
    for (int cluster = from; cluster < to; cluster++) {
      Random random = new Random(cluster);
      SlotArray[] sums = new SlotArray[3];
      for (int i = 0; i < sums.length; i++) {
        sums[i] = SlotArray.row(random.doubles(HEADS).toArray());
      }
      moments.add(0, sums);
    }
    return moments;
  }
}
