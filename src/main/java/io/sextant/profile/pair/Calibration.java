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
 * What a sample of the corpus tells before the corpus is measured.
 *
 * @param weights by head and offset bin: the head's mean weight there
 * @param leftOut by fold: the same from the sample without the pairs of a fold, see {@link #fold};
 *     empty if the weights are not estimated
 * @param decileBounds the nine token ids that cut the sample's tokens into ten equal parts; ids
 *     stand for frequency: BERT's vocabularies are ordered by it, by and large
 */
public record Calibration(double[] weights, double[][] leftOut, int[] decileBounds)
    implements Serializable {
  /** Folds of the sample: what the weights owe to chance is seen by leaving out one at a time. */
  public static final int FOLDS = 16;

  /** Calibrations that know nothing. */
  public static Map<Unit, Calibration> flat(int heads, Collection<Unit> units) {
    Map<Unit, Calibration> flat = new EnumMap<>(Unit.class);
    units.forEach(unit -> flat.put(unit, flat(heads)));
    return flat;
  }

  /** A calibration that knows nothing: flat profiles, one frequency for all. */
  public static Calibration flat(int heads) {
    double[] weights = new double[heads * OffsetSums.BINS];
    Arrays.fill(weights, 1);
    return new Calibration(weights, new double[0][], new int[0]);
  }

  /** The fold of a pair, 0 to 15, by a hash of its group, or of its id if it has none. */
  public static int fold(SentencePair pair) {
    String cluster = pair.group() == null ? pair.id() : pair.group();
    return (int) (SplitMix.step(1, cluster.hashCode()) >>> 60);
  }

  /**
   * From summed offset profiles and the ids of the sample's content tokens.
   *
   * @param folds the profiles of each fold
   */
  public static Calibration of(OffsetSums[] folds, int[] ids) {
    double[][] leftOut = new double[folds.length][];
    for (int fold = 0; fold < folds.length; fold++) {
      leftOut[fold] = weights(folds, fold);
    }
    return new Calibration(weights(folds, -1), leftOut, decileBounds(ids));
  }

  /** Mean weights over all folds but one. */
  private static double[] weights(OffsetSums[] folds, int without) {
    OffsetSums sums = new OffsetSums(folds[0].mass.length / OffsetSums.BINS);
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

  /** Frequency decile of every position of a pair, 0 to 9. */
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
