package io.sextant.profile.statistic;

import io.sextant.profile.pair.Calibration;
import io.sextant.profile.pair.PairSums;
import io.sextant.profile.state.Layout;
import io.sextant.profile.state.SlotArray;

/**
 * What the null {@code offset} owes to the calibration sample. Every pair is expected something by
 * the whole sample, and something by the sample without one of its G folds, that of the pair. Over
 * the pairs of a fold, the logarithm of the ratio of both is that fold's pseudo-value; the variance
 * of the logarithm of what is expected is (G - 1) times the mean square of these around their mean:
 * the grouped jackknife (Efron and Tibshirani 1993, section 11.5).
 */
final class OffsetError extends HeadStatistic {
  /** Degrees of freedom of the variance. */
  static final int DEGREES = Calibration.FOLDS - 1;

  private static final int CHANCE = Layout.nullIndex("offset");

  /** By part and fold, as if they were parts. */
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

  /**
   * The variance of the logarithm of what is expected; 0 where nothing is expected, or the same
   * without any fold.
   */
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
