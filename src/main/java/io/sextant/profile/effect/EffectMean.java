package io.sextant.profile.effect;

import io.sextant.math.Ratio;
import io.sextant.profile.state.SkewedMoments;
import io.sextant.profile.state.SlotArray;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Means of effects over the sampled pairs. Groups are clusters; a pair without a group is one of
 * its own. Effects are skewed, because a few pairs have most of them, so the interval by Student's
 * t is that of {@link Ratio} with its correction for skewness.
 */
final class EffectMean {
  private final List<List<PairEffects>> clusters;

  EffectMean(List<PairEffects> pairs) {
    Map<Object, List<PairEffects>> byGroup = new LinkedHashMap<>();
    for (PairEffects pair : pairs) {
      Object cluster = pair.group() == null ? new Object() : pair.group();
      byGroup.computeIfAbsent(cluster, first -> new ArrayList<>()).add(pair);
    }
    clusters = List.copyOf(byGroup.values());
  }

  /** Returns the mean of a value over the pairs for which it is not NaN. */
  Ratio of(ToDoubleFunction<PairEffects> value) {
    return ratio(value, pair -> 1);
  }

  /** Returns the sum of x divided by the sum of y over the pairs for which neither is NaN. */
  Ratio ratio(ToDoubleFunction<PairEffects> x, ToDoubleFunction<PairEffects> y) {
    SkewedMoments moments = new SkewedMoments(1, 1);
    for (List<PairEffects> cluster : clusters) {
      double sumX = 0;
      double sumY = 0;
      int pairs = 0;
      for (PairEffects pair : cluster) {
        double ofX = x.applyAsDouble(pair);
        double ofY = y.applyAsDouble(pair);
        if (!Double.isNaN(ofX) && !Double.isNaN(ofY)) {
          sumX += ofX;
          sumY += ofY;
          pairs++;
        }
      }
      if (pairs > 0) {
        moments.add(0, row(sumX), row(sumY), 0);
      }
    }
    return moments.ratio(0, 0);
  }

  /** Returns the number of pairs for which a value is not NaN. */
  long pairs(ToDoubleFunction<PairEffects> value) {
    return clusters.stream()
        .flatMap(List::stream)
        .filter(pair -> !Double.isNaN(value.applyAsDouble(pair)))
        .count();
  }

  private static SlotArray row(double value) {
    return SlotArray.row(new double[] {value});
  }
}
