package io.sextant.profile.pair;

import io.sextant.math.SplitMix;
import io.sextant.profile.state.Unit;
import io.sextant.text.EncodedPair;
import io.sextant.text.SentencePair;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;

/**
 * What is estimated on a sample of the corpus before the corpus is measured.
 *
 * @param weights the mean weight of each head in each offset bin, indexed by head and bin
 * @param leftOut for each fold, the same means over the sample without the pairs of this fold, see
 *     {@link #fold}; empty if the weights are not estimated
 * @param decileBounds the nine token ids that divide the tokens of the sample into ten equal parts.
 *     Ids represent frequency, because BERT's vocabularies are roughly ordered by it.
 */
public record Calibration(double[] weights, double[][] leftOut, int[] decileBounds)
    implements Serializable {
  /**
   * The number of folds of the sample. The uncertainty of the weights is estimated by leaving out
   * one fold at a time.
   */
  public static final int FOLDS = 16;

  /** Returns flat calibrations for the given units. */
  public static Map<Unit, Calibration> flat(int heads, Collection<Unit> units) {
    Map<Unit, Calibration> flat = new EnumMap<>(Unit.class);
    units.forEach(unit -> flat.put(unit, flat(heads)));
    return flat;
  }

  /**
   * Returns a calibration without information: all offsets have the same weight, and all tokens the
   * same frequency.
   */
  public static Calibration flat(int heads) {
    double[] weights = new double[heads * OffsetSums.BINS];
    Arrays.fill(weights, 1);
    return new Calibration(weights, new double[0][], new int[0]);
  }

  /**
   * Returns the fold of a pair, 0 to 15, by a hash of its group, or of its id if it has no group.
   */
  public static int fold(SentencePair pair) {
    String cluster = pair.group() == null ? pair.id() : pair.group();
    return (int) (SplitMix.step(1, cluster.hashCode()) >>> 60);
  }

  /**
   * Creates a calibration from the sums of the sample.
   *
   * @param folds the offset sums of each fold
   * @param ids the ids of the sample's content tokens
   */
  public static Calibration of(OffsetSums[] folds, int[] ids) {
    double[][] leftOut = new double[folds.length][];
    for (int fold = 0; fold < folds.length; fold++) {
      leftOut[fold] = weights(folds, fold);
    }
    return new Calibration(weights(folds, -1), leftOut, decileBounds(ids));
  }

  /**
   * Returns the mean weights over all folds but one, or over all folds if {@code without} is -1.
   */
  private static double[] weights(OffsetSums[] folds, int without) {
    OffsetSums sums = folds[0].empty();
    for (int fold = 0; fold < folds.length; fold++) {
      if (fold != without) {
        sums.add(folds[fold]);
      }
    }
    double[] weights = new double[sums.mass.length];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = sums.mean(i / OffsetSums.BINS, i % OffsetSums.BINS);
    }
    return weights;
  }

  private static int[] decileBounds(int[] ids) {
    int[] sorted = ids.clone();
    Arrays.sort(sorted);
    int[] bounds = new int[sorted.length == 0 ? 0 : 9];
    for (int d = 0; d < bounds.length; d++) {
      bounds[d] = sorted[(int) ((long) sorted.length * (d + 1) / 10)];
    }
    return bounds;
  }

  /** Returns the frequency decile of every position of a pair, 0 to 9. */
  int[] deciles(EncodedPair pair) {
    int[] deciles = new int[pair.size()];
    for (int i = 0; i < deciles.length; i++) {
      while (deciles[i] < decileBounds.length && pair.ids()[i] >= decileBounds[deciles[i]]) {
        deciles[i]++;
      }
    }
    return deciles;
  }
}
