package io.sextant.profile.statistic;

import io.sextant.profile.pair.Calibration;
import io.sextant.profile.pair.PairSums;
import io.sextant.profile.state.Layout;
import io.sextant.profile.state.SlotArray;

/**
 * The uncertainty of the null {@code offset} because of the calibration sample. For every pair, the
 * expected attention is computed twice: from the whole sample, and from the sample without one of
 * its G folds, which is determined by the pair. The value of a fold is the logarithm of the ratio
 * of the second to the first, each summed over the pairs of that fold. The variance of the
 * logarithm of the expected attention is (G - 1) times the mean squared deviation of these values
 * from their mean. This is the grouped jackknife (Efron and Tibshirani 1993, section 11.5).
 */
final class OffsetError extends HeadStatistic {
  /** The degrees of freedom of the variance. */
  static final int DEGREES = Calibration.FOLDS - 1;

  private static final int CHANCE = Layout.nullIndex("offset");

  /** The sums, with one row per part and fold. */
  private final SlotArray expected;

  private final SlotArray leftOut;

  OffsetError(Layout layout) {
    this(
        new SlotArray(layout.parts().size() * Calibration.FOLDS, layout.heads()),
        new SlotArray(layout.parts().size() * Calibration.FOLDS, layout.heads()));
  }

  private OffsetError(SlotArray expected, SlotArray leftOut) {
    super(expected, leftOut);
    this.expected = expected;
    this.leftOut = leftOut;
  }

  @Override
  public boolean applies(PairSums pair, int part) {
    return pair.queries[part] > 0 && pair.nulls[CHANCE].trials[part] > 0;
  }

  @Override
  public void addPair(int part, PairSums pair, int partOfPair) {
    int row = part * Calibration.FOLDS + pair.fold;
    expected.add(row, pair.nulls[CHANCE].expected, partOfPair);
    leftOut.add(row, pair.nulls[CHANCE].leftOut, partOfPair);
  }

  /** Returns the variance of the logarithm of the expected attention; 0 if nothing is expected. */
  double variance(int part, int head) {
    double sum = 0;
    double squares = 0;
    int folds = 0;
    for (int row = part * Calibration.FOLDS; row < (part + 1) * Calibration.FOLDS; row++) {
      if (expected.at(row, head) > 0) {
        double value = Math.log(leftOut.at(row, head) / expected.at(row, head));
        folds++;
        sum += value;
        squares += value * value;
      }
    }
    return folds == 0 ? 0 : DEGREES * Math.max(0, squares / folds - sum / folds * sum / folds);
  }
}
