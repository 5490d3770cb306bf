package io.sextant.profile.effect;

import io.sextant.math.SplitMix;
import io.sextant.table.HeadGrid;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Random sets of heads that a set of heads is compared with. Each has as many heads in every layer.
 * They are drawn by a seed from all heads of the layer, so that under the hypothesis that any heads
 * would do, the set and its random sets are exchangeable.
 */
final class RandomSets {
  private RandomSets() {}

  /**
   * Draws sets.
   *
   * @param heads the set, as ascending numbers of heads over all layers
   * @param seed another seed draws other sets
   * @return for each set, the ascending numbers of its heads
   */
  static List<int[]> of(HeadGrid grid, int[] heads, int sets, long seed) {
    int[] inLayer = new int[grid.layers()];
    for (int head : heads) {
      inLayer[grid.layer(head)]++;
    }
    return IntStream.range(0, sets)
        .mapToObj(set -> draw(grid, inLayer, SplitMix.step(seed, set)))
        .toList();
  }

  private static int[] draw(HeadGrid grid, int[] inLayer, long seed) {
    return IntStream.range(0, grid.layers())
        .flatMap(
            layer ->
                Arrays.stream(
                    IntStream.range(0, grid.headsPerLayer())
                        .map(head -> grid.number(layer, head))
                        .boxed()
                        .sorted(Comparator.comparing(head -> SplitMix.step(seed, head)))
                        .limit(inLayer[layer])
                        .mapToInt(Integer::intValue)
                        .sorted()
                        .toArray()))
        .toArray();
  }
}
