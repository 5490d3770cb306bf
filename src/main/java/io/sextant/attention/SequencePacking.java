package io.sextant.attention;

import io.sextant.text.EncodedPair;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Divides a batch into packs. Every pack reads all weights, so there should be few packs. The pairs
 * are placed in order of decreasing length, each into the first pack that has room (first-fit
 * decreasing bin packing).
 */
public final class SequencePacking {

  /** The number of last pairs of a batch of which some may be left for the next batch. */
  private static final int LEFT = 16;

  private SequencePacking() {}

  /**
   * Returns the number of first pairs of a batch that fill their packs best: of all the pairs, or
   * all but up to 16. If several numbers fill them equally, it is the greatest.
   *
   * @param budget the tokens of a pack
   */
  public static int fullest(List<EncodedPair> batch, int budget) {
    int best = batch.size();
    double greatest = 0;
    for (int end = batch.size(); end > Math.max(0, batch.size() - LEFT); end--) {
      double fill = fill(batch.subList(0, end), budget);
      if (fill > greatest) {
        greatest = fill;
        best = end;
      }
    }
    return best;
  }

  /** Returns the part of the packs' rows that have tokens. */
  private static double fill(List<EncodedPair> batch, int budget) {
    long tokens = 0;
    long rows = 0;
    for (int[] pack : of(batch, budget)) {
      long ofPack = Arrays.stream(pack).mapToLong(pair -> batch.get(pair).size()).sum();
      tokens += ofPack;
      rows += Math.max(budget, ofPack);
    }
    return (double) tokens / rows;
  }

  /**
   * Returns the indices in the batch of each pack's pairs, in ascending order.
   *
   * @param budget the tokens of a pack; a longer pair has a pack of its own
   */
  public static List<int[]> of(List<EncodedPair> batch, int budget) {
    return of(batch.stream().mapToInt(EncodedPair::size).toArray(), budget);
  }

  /** Returns the packs of sequences by their numbers of tokens, likewise. */
  public static List<int[]> of(int[] sizes, int budget) {
    List<List<Integer>> packs = new ArrayList<>();
    int[] used = new int[sizes.length];
    int[] longestFirst =
        IntStream.range(0, sizes.length)
            .boxed()
            .sorted(Comparator.comparing((Integer pair) -> -sizes[pair]))
            .mapToInt(Integer::intValue)
            .toArray();
    for (int pair : longestFirst) {
      int size = sizes[pair];
      int pack = 0;
      while (pack < packs.size() && used[pack] + size > budget) {
        pack++;
      }
      if (pack == packs.size()) {
        packs.add(new ArrayList<>());
      }
      packs.get(pack).add(pair);
      used[pack] += size;
    }
    return packs.stream().map(SequencePacking::ascending).toList();
  }

  private static int[] ascending(List<Integer> pairs) {
    int[] indices = pairs.stream().mapToInt(Integer::intValue).toArray();
    Arrays.sort(indices);
    return indices;
  }
}
