package io.sextant.profile.pair;

import io.sextant.profile.state.Unit;
import io.sextant.text.EncodedPair;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;

/**
 * What a sample of the corpus tells before the corpus is measured.
 *
 * @param weights by head and offset bin: the head's mean weight there
 * @param decileBounds the nine token ids that cut the sample's tokens into ten equal parts; ids
 *     stand for frequency: BERT's vocabularies are ordered by it, by and large
 */
public record Calibration(double[] weights, int[] decileBounds) implements Serializable {

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
    return new Calibration(weights, new int[0]);
  }

  /** From summed offset profiles and the ids of the sample's content tokens. */
  public static Calibration of(OffsetSums offsets, int[] ids) {
    double[] weights = new double[offsets.mass.length];
    for (int i = 0; i < weights.length; i++) {
      long keys = offsets.keys[i % OffsetSums.BINS];
      weights[i] = keys == 0 ? 0 : offsets.mass[i] / keys;
    }
    int[] sorted = ids.clone();
    Arrays.sort(sorted);
    int[] bounds = new int[sorted.length == 0 ? 0 : 9];
    for (int d = 0; d < bounds.length; d++) {
      bounds[d] = sorted[(int) ((long) sorted.length * (d + 1) / 10)];
    }
    return new Calibration(weights, bounds);
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
